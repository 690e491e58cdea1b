import type { TruestockOptions } from "../../../../options"
import { type Connection, query } from "../../../../database/connection"
import { newId } from "../../../../database/new-id"

export type ProductBrand = { product_id: string; name: string }

/** Makes the brands that the shop lacks; false = it has no brands at all. */
export async function makeBrands(
  connection: Connection,
  { link_table, table, name_column }: TruestockOptions["brand"],
  products: ProductBrand[]
): Promise<boolean> {
  const [there] = await query<{ both: boolean }>(
    connection,
    `select to_regclass(:table) is not null and to_regclass(:link_table) is not null as both`,
    { table, link_table }
  )
  if (!there?.both) return false
  const names = [...new Set(products.map(({ name }) => name))].sort()
  await query(
    connection,
    `insert into ${table} (id, ${name_column})
     select k.id, k.name from jsonb_to_recordset(cast(:brands as jsonb)) as k(id text, name text)
     where not exists (select from ${table} b where b.${name_column} = k.name and b.deleted_at is null)
     on conflict do nothing`,
    { brands: JSON.stringify(names.map((name) => ({ id: newId("brand"), name }))) }
  )
  return true
}

/**
 * Gives products their brand (a book's publisher), where the shop has brands (options.brand): one that is missing is made,
 * a product that has one keeps it. The names in the statement are the options', which are plain identifiers.
 */
export async function putBrands(
  connection: Connection,
  brand: TruestockOptions["brand"],
  products: ProductBrand[]
): Promise<void> {
  if (products.length === 0 || !(await makeBrands(connection, brand, products))) return
  const { link_table, brand_id_column, table, name_column } = brand
  await query(
    connection,
    `insert into ${link_table} (id, product_id, ${brand_id_column})
     select k.id, k.product_id, (select b.id from ${table} b where b.${name_column} = k.name and b.deleted_at is null
       order by b.id limit 1)
     from jsonb_to_recordset(cast(:products as jsonb)) as k(id text, product_id text, name text)
     where not exists (select from ${link_table} l where l.product_id = k.product_id and l.deleted_at is null)
     on conflict do nothing`,
    { products: JSON.stringify(products.map((each) => ({ id: newId("link"), ...each }))) }
  )
}
