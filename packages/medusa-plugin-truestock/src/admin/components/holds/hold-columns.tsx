import { createDataTableColumnHelper } from "@medusajs/ui"
import type { Hold } from "../../lib/answers"
import { formatQuantity, shortId } from "../../lib/format"
import { ItemCell } from "../common/item-cell"
import { HoldMenu } from "./hold-menu"
import { HoldStateCell } from "./hold-state-cell"
import { HolderCell } from "./holder-cell"

type Translate = (key: string) => string

const column = createDataTableColumnHelper<Hold>()

/** @param isHeldOnly whether the list is of live holds alone */
export const holdColumns = (t: Translate, language: string, isHeldOnly: boolean) => [
  column.display({
    id: "item",
    header: t("truestock.holds.column.item"),
    cell: ({ row }) => <ItemCell item={row.original} />,
  }),
  column.accessor((row) => row.location_name ?? row.location_id, {
    id: "location",
    header: t("truestock.holds.column.location"),
    cell: ({ getValue }) => (
      <span className="block max-w-48 truncate" title={getValue()}>
        {getValue()}
      </span>
    ),
  }),
  column.accessor("quantity", {
    header: t("truestock.holds.column.quantity"),
    headerAlign: "right",
    cell: ({ getValue }) => (
      <div className="text-ui-fg-base text-right tabular-nums">{formatQuantity(getValue(), language)}</div>
    ),
  }),
  column.accessor("cart_id", {
    header: t("truestock.holds.column.cart"),
    cell: ({ getValue }) => {
      const id = getValue()
      return id ? <span title={id}>{shortId(id)}</span> : "–"
    },
  }),
  column.display({
    id: "who",
    header: t("truestock.holds.column.who"),
    cell: ({ row }) => <HolderCell hold={row.original} />,
  }),
  column.display({
    id: "state",
    header: t(`truestock.holds.column.${isHeldOnly ? "expires" : "state"}`),
    cell: ({ row }) => <HoldStateCell hold={row.original} isHeldOnly={isHeldOnly} />,
  }),
  column.display({
    id: "actions",
    header: "",
    cell: ({ row }) => <HoldMenu hold={row.original} />,
  }),
]
