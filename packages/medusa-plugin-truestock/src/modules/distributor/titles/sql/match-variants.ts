import { type Connection, query } from "../../../../database/connection"

/**
 * `is_ours`: an import of this source has made its product. `is_only`: its product has no other. `numbers`: whatever stands in the variant's EAN, barcode, UPC
 * and SKU.
 */
export type VariantOfTitle = {
  ean13: string
  variant_id: string
  product_id: string
  is_ours: boolean
  is_only: boolean
  numbers: string[]
}

/**
 * The shop's variants of titles, whichever field holds the number and however it is written: EAN, barcode, UPC or SKU, as
 * ISBN-13, ISBN-10 or GTIN-14, with or without hyphens. Reads the variants once for all titles of a page.
 */
export async function matchVariants(
  connection: Connection,
  source_id: string,
  titles: { ean13: string; codes: string[] }[]
): Promise<VariantOfTitle[]> {
  return query<VariantOfTitle>(
    connection,
    `with codes as materialized (
       select k.ean13, c.code from jsonb_to_recordset(cast(:titles as jsonb)) as k(ean13 text, codes jsonb)
       cross join lateral jsonb_array_elements_text(k.codes) as c(code)
     )
     select distinct codes.ean13, v.id as variant_id, v.product_id,
       coalesce(p.metadata ->> 'source' = :source_id, false) as is_ours,
       not exists (select from product_variant o
         where o.product_id = v.product_id and o.id <> v.id and o.deleted_at is null) as is_only,
       array_remove(array[v.ean, v.barcode, v.upc, v.sku], null) as numbers
     from product_variant v join product p on p.id = v.product_id and p.deleted_at is null
     cross join lateral (values (v.ean), (v.barcode), (v.upc), (v.sku)) as f(value)
     join codes on codes.code = upper(translate(f.value, ' -–—‐‑', ''))
     where v.deleted_at is null and f.value is not null
     order by codes.ean13, v.id`,
    { source_id, titles: JSON.stringify(titles) }
  )
}
