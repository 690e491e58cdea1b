import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import type { Delivery } from "../../lib/stockroom/answers"
import { formatQuantity } from "../../lib/format"
import { ItemCell } from "../common/item-cell"
import { ClippedText } from "../stockroom/clipped-text"
import { DeliveryMenu } from "./delivery-menu"
import { ExpectedCell } from "./expected-cell"

const COLORS = { expected: "blue", received: "green", cancelled: "grey" } as const

type Translate = (key: string) => string
const column = createDataTableColumnHelper<Delivery>()

export const incomingColumns = (t: Translate, language: string) => [
  column.display({
    id: "item",
    header: t("truestock.incoming.column.item"),
    cell: ({ row }) => <ItemCell item={row.original} />,
  }),
  column.accessor("remaining_quantity", {
    header: t("truestock.incoming.column.remaining"),
    headerAlign: "right",
    cell: ({ row: { original } }) => (
      <div className="text-right tabular-nums">
        <span className="text-ui-fg-base">{formatQuantity(original.remaining_quantity, language)}</span>
        <span className="text-ui-fg-muted"> / {formatQuantity(original.quantity, language)}</span>
      </div>
    ),
  }),
  column.display({
    id: "expected",
    header: t("truestock.incoming.column.expected"),
    cell: ({ row }) => <ExpectedCell delivery={row.original} />,
  }),
  column.accessor((row) => row.location_name ?? row.location_id, {
    id: "location",
    header: t("truestock.shared.location"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.accessor((row) => row.supplier ?? "–", {
    id: "supplier",
    header: t("truestock.incoming.supplier"),
    cell: ({ getValue }) => <ClippedText text={getValue()} />,
  }),
  column.accessor("status", {
    header: t("truestock.stockroom.state"),
    cell: ({ getValue }) => (
      <StatusBadge color={COLORS[getValue()]}>{t(`truestock.incoming.status.${getValue()}`)}</StatusBadge>
    ),
  }),
  column.display({ id: "menu", cell: ({ row }) => <DeliveryMenu delivery={row.original} /> }),
]
