import { createDataTableColumnHelper } from "@medusajs/ui"
import type { AvailabilityRow } from "../../lib/availability/answers"
import { formatQuantity } from "../../lib/format"
import { AvailabilityBadge } from "../availability/availability-badge"
import { ReasonText } from "../availability/reason-text"
import { Moment } from "../common/moment"
import { ProductCell } from "./product-cell"

type Translate = (key: string) => string

const column = createDataTableColumnHelper<AvailabilityRow>()

/** The columns by which the API sorts carry its names of them. */
export const availabilityColumns = (t: Translate, language: string) => {
  const text = (key: string) => t(`truestock.availability.page.${key}`)
  const sorting = (ascending: string, descending: string) => ({
    enableSorting: true,
    sortAscLabel: text(`sorting.${ascending}`),
    sortDescLabel: text(`sorting.${descending}`),
  })
  return [
    column.accessor("title", {
      header: text("column.product"),
      ...sorting("ascending", "descending"),
      truncateTooltip: false,
      cell: ({ row }) => <ProductCell row={row.original} />,
    }),
    column.accessor("status", {
      header: text("column.status"),
      ...sorting("bestFirst", "worstFirst"),
      truncateTooltip: false,
      cell: ({ getValue }) => <AvailabilityBadge status={getValue()} />,
    }),
    column.display({
      id: "why",
      header: text("column.why"),
      cell: ({ row }) => <WhyCell row={row.original} />,
    }),
    column.accessor("quantity", {
      header: text("column.quantity"),
      align: "right",
      cell: ({ row: { original } }) => (
        <span className="tabular-nums">{quantityText(original, t, language)}</span>
      ),
    }),
    column.accessor("available_on", {
      header: text("column.availableOn"),
      cell: ({ getValue }) => <MomentOrNone at={getValue()} />,
    }),
    column.accessor("source", {
      header: text("column.source"),
      cell: ({ getValue }) => t(`truestock.availability.${getValue()}`),
    }),
    column.accessor("updated_at", {
      header: text("column.updated"),
      ...sorting("oldestFirst", "newestFirst"),
      cell: ({ getValue }) => <MomentOrNone at={getValue()} />,
    }),
  ]
}

/** A status that was set by hand is explained by its note, any other by its rule. */
const WhyCell = ({ row: { reason, notes } }: { row: AvailabilityRow }) => (
  <span className="block max-w-60 truncate">
    {reason === "override" && notes ? notes : <ReasonText reason={reason} />}
  </span>
)

const MomentOrNone = ({ at }: { at: string | null }) => (at ? <Moment at={at} /> : "–")

function quantityText({ purchasable, quantity }: AvailabilityRow, t: Translate, language: string): string {
  if (!purchasable) return "–"
  return quantity === null ? t("truestock.availability.noLimit") : formatQuantity(quantity, language)
}
