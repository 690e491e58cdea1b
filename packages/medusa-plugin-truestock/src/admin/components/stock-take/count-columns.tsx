import { createDataTableColumnHelper } from "@medusajs/ui"
import { formatQuantity } from "../../lib/format"
import type { StockCount } from "../../lib/stockroom/answers"
import { Moment } from "../common/moment"
import { ClippedText } from "../stockroom/clipped-text"
import { CountBadge } from "./count-badge"
import { Differences } from "./differences"

type Translate = (key: string) => string
const column = createDataTableColumnHelper<StockCount>()

export const countColumns = (t: Translate, language: string) => [
  column.accessor("created_at", {
    header: t("truestock.stock_take.opened"),
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor((row) => row.location_name ?? row.location_id, {
    id: "location",
    header: t("truestock.shared.location"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.accessor((row) => row.note ?? "–", {
    id: "note",
    header: t("truestock.adjust.note"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.accessor("counted_lines", {
    header: t("truestock.stock_take.counted"),
    headerAlign: "right",
    cell: ({ getValue }) => (
      <div className="text-right tabular-nums">{formatQuantity(getValue(), language)}</div>
    ),
  }),
  column.display({
    id: "differences",
    header: t("truestock.stock_take.difference"),
    cell: ({ row }) => <Differences count={row.original} />,
  }),
  column.accessor("status", {
    header: t("truestock.stockroom.state"),
    cell: ({ getValue }) => <CountBadge status={getValue()} />,
  }),
]
