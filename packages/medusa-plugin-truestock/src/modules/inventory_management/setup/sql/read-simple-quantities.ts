import { type Connection, query } from "../../../../database/connection"

export type SimpleField = { kind: "metadata"; key: string } | { kind: "column" }

/** The column that shops had in Medusa v1, and some kept. */
export const OLD_COLUMN = "inventory_quantity"

/**
 * What the shop's own field says of variants, as it stands there: the variant's metadata, else its product's; or the
 * column, read through JSON, since most shops have none. A variant of which nothing is said is not answered. Locks nothing.
 */
export async function readSimpleQuantities(
  connection: Connection,
  field: SimpleField,
  variant_ids: string[]
): Promise<{ variant_id: string; value: unknown }[]> {
  const value =
    field.kind === "column"
      ? `to_jsonb(v) -> '${OLD_COLUMN}'`
      : `coalesce(nullif(v.metadata -> cast(:key as text), 'null'), p.metadata -> cast(:key as text))`
  return query(
    connection,
    `select variant_id, value from (
       select v.id as variant_id, ${value} as value
       from product_variant v join product p on p.id = v.product_id
       where v.id = any(cast(:variant_ids as text[]))
     ) said
     where value is not null and value not in ('null', '""')
     order by variant_id`,
    { variant_ids, ...(field.kind === "metadata" && { key: field.key }) }
  )
}
