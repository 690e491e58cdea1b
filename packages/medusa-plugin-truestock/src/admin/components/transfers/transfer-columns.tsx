import { createDataTableColumnHelper } from "@medusajs/ui"
import { formatQuantity } from "../../lib/format"
import type { TransferPaper } from "../../lib/stockroom/answers"
import { Moment } from "../common/moment"
import { ClippedText } from "../stockroom/clipped-text"
import { TransferBadge } from "./transfer-badge"
import { TransferContents } from "./transfer-contents"

type Translate = (key: string) => string
const column = createDataTableColumnHelper<TransferPaper>()

export const transferColumns = (t: Translate, language: string) => [
  column.accessor("created_at", {
    header: t("truestock.stockroom.created"),
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor((row) => row.from_location_name ?? row.from_location_id, {
    id: "from",
    header: t("truestock.transfers.from"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.accessor((row) => row.to_location_name ?? row.to_location_id, {
    id: "to",
    header: t("truestock.transfers.to"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.display({
    id: "contents",
    header: t("truestock.transfers.contents"),
    cell: ({ row }) => <TransferContents lines={row.original.lines} />,
  }),
  column.accessor((row) => row.lines.reduce((sum, { quantity }) => sum + quantity, 0), {
    id: "units",
    header: t("truestock.shared.units"),
    headerAlign: "right",
    cell: ({ getValue }) => (
      <div className="text-ui-fg-base text-right tabular-nums">{formatQuantity(getValue(), language)}</div>
    ),
  }),
  column.accessor("status", {
    header: t("truestock.stockroom.state"),
    cell: ({ getValue }) => <TransferBadge status={getValue()} />,
  }),
]
