/*
 * An inventory item often has the title of its variant alone ("Hardcover"); people know it by its product, and scanners
 * by a barcode of the variant.
 */

/** Items whose variant carries `:q` as a whole barcode, or whose product has it in its title. */
export const ITEMS_OF_VARIANTS = `select k.inventory_item_id from product_variant_inventory_item k
  join product_variant v on v.id = k.variant_id and v.deleted_at is null
  join product p on p.id = v.product_id and p.deleted_at is null
  where k.deleted_at is null and (:q in (v.barcode, v.ean, v.upc) or strpos(lower(p.title), lower(:q)) > 0)`

/** The title of the product of an item, of the first where several use it. */
export const productTitle = (itemId: string) => `(select p.title from product_variant_inventory_item k
  join product_variant v on v.id = k.variant_id and v.deleted_at is null
  join product p on p.id = v.product_id and p.deleted_at is null
  where k.inventory_item_id = ${itemId} and k.deleted_at is null
  order by k.created_at, k.variant_id limit 1)`
