import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Caller } from "../load/rates.js"
import type { Done, Work } from "../shop/service-worker.cjs"
import { endGrantedHolds } from "./holds.js"
import type { Shops } from "./shops.js"

/** One statement that locks, looks and writes: what a reservation costs at the least. */
const BY_HAND = `
  with level as (
    select id, inventory_item_id, location_id from inventory_level
    where inventory_item_id = ? and location_id = ? and deleted_at is null and stocked_quantity - reserved_quantity >= 1
    for update
  ), made as (
    insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
    select 'resitem_' || gen_random_uuid(), inventory_item_id, location_id, 1, ${raw("1")} from level
  )
  update inventory_level l set reserved_quantity = l.reserved_quantity + 1,
    raw_reserved_quantity = ${raw("l.reserved_quantity + 1")}, updated_at = now()
  from level where l.id = level.id returning l.id`

const HOLD_SECONDS = 900

export const OURS = "createReservation"
export const CORE_WORKFLOW = "core's createReservationsWorkflow"
export const RAW = "one statement of raw SQL, no triggers"

export type Contestant =
  | typeof OURS
  | "createReservation, as a hold"
  | "a hold, and its confirmation"
  | "createReservation, three lines"
  | typeof CORE_WORKFLOW
  | "core's createReservationItems"
  | typeof RAW

export const CONTESTANTS = 7

const line = (inventory_item_id: string) => ({ inventory_item_id, location_id: MAIN_LOCATION, quantity: 1 })
const held = (item: string) => ({ ...line(item), ttl_seconds: HOLD_SECONDS })

/**
 * Everybody who reserves a unit. `itemsOf` says of which items, for the so-manieth contestant: the first is what is
 * reserved, and who wants three lines takes more of `others`.
 */
export function contestants(
  shops: Shops,
  itemsOf: (contestant: number) => string[],
  others: string[]
): Record<Contestant, Caller> {
  let joined = 0
  const caller = (
    method: string,
    argsOf: (item: string, n: number) => unknown[],
    perform: (work: Work) => Promise<Done>
  ): Caller => {
    const items = itemsOf(joined++)
    const rotated = (turn: number) => items.map((_, i) => items[(i + turn * 3_331) % items.length]!)
    return { method, calls: (turn) => rotated(turn).map(argsOf), perform }
  }
  const { reserving, holding, byHand } = shops
  const prepare = () => endGrantedHolds(shops.all)
  const three = (item: string, n: number) => [
    item,
    others[(2 * n) % others.length]!,
    others[(2 * n + 1) % others.length]!,
  ]
  return {
    [OURS]: caller("truestock.createReservation", (item) => [line(item)], reserving(1)),
    "createReservation, as a hold": {
      ...caller("truestock.createReservation", (item) => [held(item)], holding),
      prepare,
    },
    "a hold, and its confirmation": {
      ...caller("truestock.holdAndConfirm", (item) => [held(item)], reserving(1)),
      prepare,
    },
    "createReservation, three lines": {
      ...caller("truestock.createReservation", (item, n) => [three(item, n).map(line)], reserving(3)),
      prepare,
    },
    [CORE_WORKFLOW]: caller("reserve", (item) => [line(item)], reserving(1)),
    "core's createReservationItems": caller("createReservationItems", (item) => [[line(item)]], reserving(1)),
    [RAW]: caller("sql", (item) => [BY_HAND, [item, MAIN_LOCATION]], byHand),
  }
}
