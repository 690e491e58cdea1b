import { createDataTableColumnHelper } from "@medusajs/ui"
import type { QueuedTitle } from "../../../lib/distributor/queued-title"
import { formatMoney } from "../../../lib/format"
import { Clipped } from "../../common/clipped"
import { Moment } from "../../common/moment"
import { Units } from "../units"
import { TitleName } from "./title-name"
import { TitleState } from "./title-state"

type Translate = (key: string) => string
const column = createDataTableColumnHelper<QueuedTitle>()

export const titleColumns = (t: Translate, language: string) => [
  column.accessor("ean13", {
    header: t("truestock.distributor.queue.column.ean"),
    cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
  }),
  column.display({
    id: "title",
    header: t("truestock.distributor.queue.column.title"),
    cell: ({ row }) => <TitleName title={row.original} />,
  }),
  column.accessor(({ record }) => record.title?.publisher ?? "", {
    id: "publisher",
    header: t("truestock.distributor.queue.column.publisher"),
    cell: ({ getValue }) => <Clipped text={getValue()} className="max-w-40" />,
  }),
  ...(["on_hand", "on_order"] as const).map((figure) =>
    column.accessor(figure, {
      header: t(`truestock.distributor.queue.column.${figure === "on_hand" ? "onHand" : "onOrder"}`),
      headerAlign: "right",
      cell: ({ getValue }) => (
        <div className="text-ui-fg-base text-right">
          <Units count={getValue()} />
        </div>
      ),
    })
  ),
  column.accessor("record.list_price", {
    id: "price",
    header: t("truestock.distributor.queue.column.price"),
    headerAlign: "right",
    cell: ({ row }) => {
      const price = row.original.record.list_price
      return (
        <div className="whitespace-nowrap text-right tabular-nums">
          {price && formatMoney(Number(price.amount), price.currency, language)}
        </div>
      )
    },
  }),
  column.display({
    id: "status",
    header: t("truestock.distributor.queue.column.status"),
    cell: ({ row }) => <TitleState title={row.original} />,
  }),
  column.accessor("seen_at", {
    header: t("truestock.distributor.queue.column.seen"),
    cell: ({ getValue }) => {
      const at = getValue()
      return at && <Moment at={at} />
    },
  }),
]
