import { createDataTableColumnHelper } from "@medusajs/ui"
import type { Shortfall } from "../../lib/answers"
import { formatQuantity } from "../../lib/format"
import { ItemLink } from "../common/item-link"
import { Moment } from "../common/moment"

type Translate = (key: string) => string

const column = createDataTableColumnHelper<Shortfall>()

export const shortfallColumns = (t: Translate, language: string, options: { showResolved: boolean }) => [
  column.display({
    id: "item",
    header: t("truestock.shortfalls.column.item"),
    cell: ({ row }) => <ItemLink item={row.original} />,
  }),
  column.accessor("sku", {
    header: t("truestock.shortfalls.column.sku"),
    cell: ({ getValue }) => <Clipped text={getValue() ?? "–"} />,
  }),
  column.accessor((row) => row.location_name ?? row.location_id, {
    id: "location",
    header: t("truestock.shortfalls.column.location"),
    cell: ({ getValue }) => <Clipped text={getValue()} />,
  }),
  column.accessor("quantity", {
    header: t("truestock.shortfalls.column.missing"),
    headerAlign: "right",
    cell: ({ getValue }) => (
      <div className="text-ui-fg-base text-right tabular-nums">{formatQuantity(getValue(), language)}</div>
    ),
  }),
  column.accessor("opened_at", {
    header: t("truestock.shortfalls.column.since"),
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  ...(options.showResolved ? [resolvedColumn(t)] : []),
]

const resolvedColumn = (t: Translate) =>
  column.accessor("resolved_at", {
    header: t("truestock.shortfalls.column.resolved"),
    cell: ({ getValue }) => {
      const at = getValue()
      return at ? <Moment at={at} /> : "–"
    },
  })

const Clipped = ({ text }: { text: string }) => (
  <span className="block max-w-56 truncate" title={text}>
    {text}
  </span>
)
