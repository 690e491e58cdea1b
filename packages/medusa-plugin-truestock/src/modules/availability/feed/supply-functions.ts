/** A renewed time is queued so long before the last one ends (or for half of its life): writers may take a while. */
const MARGIN_SECONDS = 3_600

/** What a supplier says of the variant itself. */
const SAID =
  "variant_id, source, lead_time_min_days, lead_time_max_days, release_date, strict_on_sale_date, " +
  "allow_preorder, discontinued, not_for_sale"

/** Whose quantity it speaks of, and for how long that is believed. */
const BELIEVED = "variant_id, inventory_item_id, location_id, limit_seconds, grace_seconds"

const of = (row: string, columns: string) =>
  `(${columns
    .split(", ")
    .map((column) => `${row}.${column}`)
    .join(", ")})`

/**
 * The feed's triggers on availability_supply, as the body of a trigger function for each event. A variant is queued when
 * something is said of it; its item, since other variants may be made of it, when the belief in its quantity changes.
 *
 * Most of what a sync writes is a newer `as_of`: an hourly one that confirms a whole catalogue must not queue it. A later
 * time only lets a quantity be believed for longer (rules/freshness.ts), and the product is due anyway when the time
 * last judged has run out: it is read again then. So a later time is queued only where the quantity may already have
 * been judged too old: where the old one is past its limit and grace, or within an hour of that, or within half of them
 * where they are shorter. The hour is for writers whose transaction takes long: a refresh in between still reads the old
 * time. Limits that the row does not give are the shop's, in availability_settings; while those are unknown, all is queued.
 */
export function supplyBodies(schema: string): Record<"insert" | "update" | "delete", string> {
  const append = (changes: string) =>
    `insert into ${schema}.availability_change (kind, ref_id)
     select distinct kind, ref_id from (${changes}) t where ref_id is not null;`
  const appendAll = (rows: string) =>
    append(`select 'variant' as kind, variant_id as ref_id from ${rows}
      union all select 'item', inventory_item_id from ${rows}`)
  const seconds = `coalesce(o.limit_seconds, d.source_limit_seconds, 0) + coalesce(o.grace_seconds, d.source_grace_seconds, 0)`

  return {
    insert: appendAll("new_rows"),
    update: append(`
      with changed as materialized (
        select o.variant_id as old_variant, n.variant_id as new_variant,
          o.inventory_item_id as old_item, n.inventory_item_id as new_item,
          ${of("o", SAID)} is distinct from ${of("n", SAID)} as is_said_anew,
          ${of("o", BELIEVED)} is distinct from ${of("n", BELIEVED)}
            or o.as_of is distinct from n.as_of and (
              o.as_of is null or n.as_of is null or n.as_of < o.as_of
              or o.as_of <= d.now - make_interval(secs => greatest(b.seconds - ${MARGIN_SECONDS}, b.seconds / 2))
            ) as is_believed_anew
        from old_rows o
        full join new_rows n on n.variant_id = o.variant_id
        cross join (
          select ${schema}.truestock_now() as now, max(source_limit_seconds) as source_limit_seconds,
            max(source_grace_seconds) as source_grace_seconds
          from ${schema}.availability_settings
        ) d
        cross join lateral (select ${seconds} as seconds) b
      )
      select 'variant' as kind, unnest(array[old_variant, new_variant]) as ref_id from changed where is_said_anew
      union all
      select 'item', unnest(array[old_item, new_item]) from changed where is_believed_anew`),
    delete: appendAll("old_rows"),
  }
}
