/** The columns of core's tables that guard and ledger read. The doctor looks for them by the same list. */
export const CORE_COLUMNS = {
  inventory_level: [
    ...["id", "inventory_item_id", "location_id", "deleted_at", "updated_at"],
    ...["stocked_quantity", "reserved_quantity", "raw_reserved_quantity", "incoming_quantity"],
  ],
  reservation_item: [
    ...["id", "inventory_item_id", "location_id", "deleted_at"],
    ...["quantity", "allow_backorder", "line_item_id"],
  ],
} as const

/**
 * A condition: every column is there. The functions ask before they touch one, so that a column that a newer core
 * renames switches them off (and turns the doctor red) where it would have stopped every checkout.
 */
export function columnsAreThere(schema: string, ...tables: (keyof typeof CORE_COLUMNS)[]): string {
  return tables
    .map((table) => {
      const names = CORE_COLUMNS[table].map((name) => `'${name}'`).join(", ")
      return `(select count(*) = ${CORE_COLUMNS[table].length} from pg_attribute
        where attrelid = '${schema}.${table}'::regclass and attname in (${names}) and not attisdropped)`
    })
    .join(" and ")
}
