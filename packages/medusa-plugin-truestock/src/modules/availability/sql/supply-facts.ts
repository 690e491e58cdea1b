/*
 * What suppliers say (availability_supply), as the rules know it: parts of the statements that read facts. Both find
 * their rows by index look-ups, however many there are.
 */

/** A row `s` as a step of the policies of its variant. */
export const SUPPLY_POLICY_JSON = `json_build_object(
        'is_supply', true, 'variant_id', s.variant_id, 'location_id', null,
        'low_stock_threshold', null, 'safety_stock', null, 'backorder_limit', null,
        'lead_time_days', case when s.lead_time_min_days is not null
          then json_build_object('min', s.lead_time_min_days, 'max', s.lead_time_max_days) end,
        'release_date', s.release_date, 'strict_on_sale_date', s.strict_on_sale_date,
        'allow_preorder', s.allow_preorder, 'discontinued', s.discontinued, 'not_for_sale', s.not_for_sale)`

/** Who speaks of the quantity of a level, as JSON; null = nobody. Usually one: several variants may share an item. */
export const sourcesOf = (level: string) => `(
        select json_agg(json_build_object(
          'as_of', s.as_of, 'limit_seconds', s.limit_seconds, 'grace_seconds', s.grace_seconds) order by s.variant_id)
        from availability_supply s
        where s.inventory_item_id = ${level}.inventory_item_id and s.location_id = ${level}.location_id)`
