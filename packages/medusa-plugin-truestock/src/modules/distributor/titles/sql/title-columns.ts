/** A title as rows are answered; `t` = distributor_title, `g` = distributor_sighting. */
export const TITLE = `t.source_id, t.ean13, t.record, t.locations, t.on_hand, t.on_order, t.terms, t.sync_status, t.status_reason,
  t.product_id, t.variant_id, t.inventory_item_id, to_json(t.stock_changed_at) #>> '{}' as stock_changed_at, t.stock_change,
  to_json(t.flagged_at) #>> '{}' as flagged_at, to_json(t.first_seen_at) #>> '{}' as first_seen_at,
  to_json(g.seen_at) #>> '{}' as seen_at, to_json(g.as_of) #>> '{}' as as_of,
  to_json(g.missing_since) #>> '{}' as missing_since`

export const TITLES = `distributor_title t left join distributor_sighting g using (source_id, ean13)`
