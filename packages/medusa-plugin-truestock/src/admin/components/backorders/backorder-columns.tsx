import { createDataTableColumnHelper } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Backorder } from "../../lib/backorders"
import { formatQuantity, shortId } from "../../lib/format"
import { Clipped } from "../common/clipped"
import { ItemLink } from "../common/item-link"
import { Moment } from "../common/moment"

type Translate = (key: string, values?: Record<string, string>) => string

const column = createDataTableColumnHelper<Backorder>()

/** @param isOwedOnly whether the list is of promises that are not covered alone */
export const backorderColumns = (t: Translate, language: string, isOwedOnly: boolean) => [
  column.display({
    id: "item",
    header: t("truestock.backorders.column.item"),
    cell: ({ row: { original } }) => (
      <div>
        <ItemLink item={original} />
        {original.title && original.sku && (
          <Clipped text={original.sku} className="text-ui-fg-subtle txt-compact-xsmall" />
        )}
      </div>
    ),
  }),
  column.accessor((row) => row.location_name ?? row.location_id, {
    id: "location",
    header: t("truestock.backorders.column.location"),
    cell: ({ getValue }) => <Clipped text={getValue()} />,
  }),
  column.accessor("owed_quantity", {
    header: t("truestock.backorders.column.owed"),
    headerAlign: "right",
    cell: ({ getValue, row }) => (
      <div className="text-ui-fg-base whitespace-nowrap text-right tabular-nums">
        {t("truestock.backorders.owedOf", {
          owed: formatQuantity(getValue(), language),
          quantity: formatQuantity(row.original.quantity, language),
        })}
      </div>
    ),
  }),
  column.accessor("promised_at", {
    header: t("truestock.backorders.column.promised"),
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.display({
    id: "expected",
    header: t(`truestock.backorders.column.${isOwedOnly ? "expected" : "state"}`),
    cell: ({ row: { original } }) => <ExpectedCell backorder={original} t={t} />,
  }),
  column.accessor("reservation_id", {
    header: t("truestock.backorders.column.reservation"),
    cell: ({ getValue, row }) =>
      row.original.filled_at ? (
        <span title={getValue()}>{shortId(getValue())}</span>
      ) : (
        <Link
          to={`/reservations/${getValue()}`}
          title={getValue()}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {shortId(getValue())}
        </Link>
      ),
  }),
]

/** When it was filled, else when deliveries will have covered it, where that is known. */
const ExpectedCell = ({ backorder, t }: { backorder: Backorder; t: Translate }) => {
  const { filled_at, expected_at } = backorder
  if (filled_at) {
    return (
      <span className="text-ui-tag-green-text whitespace-nowrap">
        {t("truestock.backorders.filled")} <Moment at={filled_at} />
      </span>
    )
  }
  if (expected_at) return <Moment at={expected_at} />
  return <span className="text-ui-tag-orange-text">{t("truestock.backorders.notExpected")}</span>
}
