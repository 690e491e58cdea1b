/** Items whose variant carries `:q` as a barcode: what a scanner types, whole. */
export const ITEMS_BY_BARCODE = `select k.inventory_item_id from product_variant_inventory_item k
  join product_variant v on v.id = k.variant_id and v.deleted_at is null
  where k.deleted_at is null and :q in (v.barcode, v.ean, v.upc)`
