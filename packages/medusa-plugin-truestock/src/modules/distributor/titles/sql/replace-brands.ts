import type { TruestockOptions } from "../../../../options"
import { type Connection, query } from "../../../../database/connection"
import { makeBrands, type ProductBrand, putBrands } from "./put-brands"

/**
 * Gives products this brand in place of theirs: for an import that was asked to. What is right already is not touched. The
 * names in the statement are the options', which are plain identifiers.
 */
export async function replaceBrands(
  connection: Connection,
  brand: TruestockOptions["brand"],
  products: ProductBrand[]
): Promise<void> {
  if (products.length === 0 || !(await makeBrands(connection, brand, products))) return
  const { link_table, brand_id_column, table, name_column } = brand
  await query(
    connection,
    `update ${link_table} l set deleted_at = now(), updated_at = now()
     from jsonb_to_recordset(cast(:products as jsonb)) as k(product_id text, name text)
     where l.product_id = k.product_id and l.deleted_at is null and not exists (select from ${table} b
       where b.id = l.${brand_id_column} and b.${name_column} = k.name and b.deleted_at is null)`,
    { products: JSON.stringify(products) }
  )
  // A brand that the product had once is taken up again: core's links are known by their two sides.
  await query(
    connection,
    `update ${link_table} l set deleted_at = null, updated_at = now()
     from jsonb_to_recordset(cast(:products as jsonb)) as k(product_id text, name text)
     where l.product_id = k.product_id and l.deleted_at is not null
       and l.${brand_id_column} = (select b.id from ${table} b where b.${name_column} = k.name and b.deleted_at is null
         order by b.id limit 1)
       and not exists (select from ${link_table} o where o.product_id = k.product_id and o.deleted_at is null)`,
    { products: JSON.stringify(products) }
  )
  await putBrands(connection, brand, products)
}
