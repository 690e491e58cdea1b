import fc from "fast-check"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { AvailabilityStatus } from "../../src/modules/availability"
import type { PolicyInput } from "../../src/modules/availability/policy-input"
import { BEST_FIRST } from "../../src/modules/availability/status"
import type { Draw } from "./random-taxonomy"
import type { Booted } from "./run-with-shop"

const HOUR_MS = 3_600_000

/** One product per status is sure to be listed with it: chance may leave one out. */
export const isShowpiece = (i: number) => i < BEST_FIRST.length

export const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary)
const soon = fc.constantFrom(-100, -2, 2, 100).map((h) => new Date(Date.now() + h * HOUR_MS).toISOString())
const note = fc.record({ notes: fc.constantFrom("Reprint in March", "Ask Ada"), note_visible: fc.boolean() })

/** One or two sayings each: all at once would leave little to sell. */
const policy = fc
  .array(
    fc.oneof(
      fc.record({ low_stock_threshold: fc.constantFrom(0, 3, 20) }),
      fc.record({ safety_stock: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ backorder_limit: fc.constantFrom(0, 2) }),
      fc.record({ lead_time_days: fc.constantFrom({ min: 2, max: 5 }, { min: 0, max: 0 }) }),
      fc.record({ release_date: soon, allow_preorder: fc.boolean() }),
      fc.record({ strict_on_sale_date: soon }),
      fc.record({ discontinued: fc.constant(true) }),
      fc.record({ not_for_sale: fc.constant("recalled") })
    ),
    { minLength: 1, maxLength: 2 }
  )
  .map((sayings) => Object.assign({}, ...sayings) as Omit<PolicyInput, "product_id">)

export async function randomLevels({ container, connection }: Booted, locations: string[], draw: Draw) {
  const links = await connection("product_variant_inventory_item")
    .join("product_variant", "product_variant.id", "variant_id")
    .join("product", "product.id", "product_id")
    .orderBy(["product.handle", "product_variant.title"])
    .select("inventory_item_id")
  const quantity = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }))
  const inventory_levels = links.flatMap(({ inventory_item_id }) =>
    draw(fc.subarray(locations, { maxLength: 2 })).map((location_id) => ({
      inventory_item_id,
      location_id,
      stocked_quantity: draw(quantity),
      incoming_quantity: draw(fc.constantFrom(0, 0, 0, 5)),
    }))
  )
  await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
  // What is incoming has been announced: for a date that has passed, for one that is told, or for none.
  await connection.raw(
    `insert into incoming_stock (id, inventory_item_id, location_id, quantity, expected_at)
     select 'delivery_' || n, inventory_item_id, location_id, incoming_quantity,
       case n % 5 when 0 then null when 1 then now() - interval '30 hours' when 2 then now() - interval '2 hours'
         else now() + n * interval '1 day' end
     from (
       select l.*, row_number() over (order by i.sku, l.location_id) as n
       from inventory_level l join inventory_item i on i.id = l.inventory_item_id where l.incoming_quantity > 0
     ) l`
  )
  const silentSince = new Date(Date.now() - 31 * HOUR_MS).toISOString()
  await connection.raw(
    `update inventory_level set metadata = jsonb_build_object('as_of', ?::text) where inventory_item_id = any(?)`,
    [silentSince, links.slice(0, 6).map((link) => link.inventory_item_id)]
  )
}

/** Policies, and overrides with notes of both kinds. */
export async function randomDecisions(
  { availability, connection }: Booted,
  ids: string[],
  channels: string[],
  locations: string[],
  draw: Draw
) {
  const chance = (outOf: number) => draw(fc.integer({ min: 1, max: outOf })) === 1
  for (const [i, product_id] of ids.entries()) {
    if (isShowpiece(i)) {
      await availability.setOverride({ product_id, status: BEST_FIRST[i]!, ...draw(note) })
      await availability.setPolicy({ product_id, lead_time_days: { min: 2, max: 5 } })
      continue
    }
    const [variant] = await connection("product_variant").where({ product_id }).orderBy("title")
    if (chance(3)) await availability.setPolicy({ product_id, ...draw(policy) })
    if (variant && chance(4)) {
      await availability.setPolicy({ product_id, variant_id: variant.id, ...draw(policy) })
      const location_id = draw(fc.constantFrom(...locations))
      const here = draw(fc.constantFrom({ safety_stock: 3 }, { lead_time_days: { min: 1, max: 9 } }))
      await availability.setPolicy({ product_id, variant_id: variant.id, location_id, ...here })
    }
    if (chance(5)) {
      const override = {
        product_id,
        status: draw(fc.constantFrom(...Object.values(AvailabilityStatus))),
        sales_channel_id: draw(sometimes(fc.constantFrom(...channels))),
        variant_id: variant && draw(sometimes(fc.constant(variant.id as string))),
      }
      const end = draw(sometimes(soon))
      // Some have expired: they could be set once, and only be put back now.
      await availability.restoreOverride(override, {
        ...override,
        ...{ notes: null, note_visible: false, set_by: null, expires_at: end ? new Date(end) : null },
        ...draw(note),
      })
    }
  }
}
