import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Figures } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import { takeTurns, times } from "../frame/turns.js"
import { REASONS } from "./checks.js"
import type { ServiceProcess } from "../shop/service-process.js"

export const LEVELS = 10_000
const CORE_BATCH = 500
const ROUNDS = 3
const FASTER_THAN_CORE = 10

type Sides = { all: string; plain: string; withPlugin: ServiceProcess; without: ServiceProcess }

/** What a list of levels looks like to one contestant, how many go in a call, and how many are done in a turn. */
type Way = {
  process: ServiceProcess
  method: string
  batch: number
  levels?: number
  args: (items: string[]) => unknown[]
}

const level = (inventory_item_id: string) => ({ inventory_item_id, location_id: MAIN_LOCATION })

/** Set-based, as a sync would write it that keeps no books. */
const BY_HAND = `
  update inventory_level l set stocked_quantity = l.stocked_quantity + 1,
    raw_stocked_quantity = ${raw("l.stocked_quantity + 1")}, updated_at = now()
  from unnest(cast(? as text[])) as k(item)
  where l.inventory_item_id = k.item and l.location_id = ? and l.deleted_at is null`

const OURS = "adjustInventory, 1 call"
const CORE_WITH = [
  "core's adjustInventory, calls of 500",
  "core's updateInventoryLevels, calls of 500",
] as const
const CORE_WITHOUT = CORE_WITH.map((name) => `${name}, no plugin`)
const RAW = "one UPDATE of raw SQL, no triggers"

/** 10,000 levels changed, with ledger and feed, by us and by core; and without them. */
export async function bulk(sides: Sides, all: string[], tally: { units: number }): Promise<Figures> {
  const items = all.slice(0, LEVELS)
  const turns = Object.entries(waysOf(sides)).map(([name, way]) => [
    name,
    async () => {
      const spent = await turn(way, items, sides)
      if (name === OURS) tally.units += LEVELS
      return spent
    },
  ])
  const spent = await step("Measure changes of 10,000 levels", () =>
    takeTurns(Object.fromEntries(turns) as Record<string, () => Promise<number[]>>, ROUNDS)
  )
  const ms = (name: string) => median(spent[name]!)
  const best = (names: readonly string[]) => Math.min(...names.map(ms))
  return {
    tables: [
      {
        title: "10,000 levels changed",
        columns: ["ms", "levels per s", "ratio of ms"],
        rows: Object.keys(spent).map((name) => ({
          name,
          values: [ms(name), (LEVELS * 1000) / ms(name), name === OURS ? null : times(ms(name) / ms(OURS))],
        })),
        note: `ratio: to ${OURS}; core's best way is the faster one, and its adjustInventory is reckoned from 500`,
      },
    ],
    checks: [],
    bars: [
      {
        ...{ name: "10,000 levels changed, against core's best way", value: best(CORE_WITH) / ms(OURS) },
        ...{ unit: "x", atLeast: FASTER_THAN_CORE },
      },
    ],
  }
}

function waysOf({ withPlugin, without }: Sides): Record<string, Way> {
  const core = (process: ServiceProcess, names: readonly string[]): Record<string, Way> => ({
    [names[0]!]: {
      // A transaction per level: one call is enough to know it by.
      ...{ process, method: "adjustInventory", batch: CORE_BATCH, levels: CORE_BATCH },
      args: (items) => [
        items.map((item) => ({ inventoryItemId: item, locationId: MAIN_LOCATION, adjustment: 1 })),
      ],
    },
    [names[1]!]: {
      ...{ process, method: "updateInventoryLevels", batch: CORE_BATCH },
      args: (items) => [items.map((item) => ({ ...level(item), stocked_quantity: ++next }))],
    },
  })
  let next = 1_000_000_000
  return {
    [OURS]: {
      ...{ process: withPlugin, method: "truestock.adjustInventory", batch: LEVELS },
      args: (items) => [items.map((item) => ({ ...level(item), adjustment: 1 })), { reason: REASONS.bulk }],
    },
    ...core(withPlugin, CORE_WITH),
    ...core(without, CORE_WITHOUT),
    [RAW]: {
      ...{ process: without, method: "sql", batch: LEVELS },
      args: (items) => [BY_HAND, [items, MAIN_LOCATION]],
    },
  }
}

/** Milliseconds for 10,000 levels. What the one before left behind is swept up before, outside of the time. */
async function turn(way: Way, items: string[], sides: Sides): Promise<number[]> {
  const { process, method, batch, levels = LEVELS, args } = way
  const url = process === sides.withPlugin ? sides.all : sides.plain
  await withDatabase(url, (client) => client.query("vacuum inventory_level"))
  const calls = Array.from({ length: levels / batch }, (_, i) =>
    args(items.slice(i * batch, (i + 1) * batch))
  )
  const done = await process.perform({ method, calls, clients: 1 })
  if (done.times.length < calls.length) throw new Problem(`${method} failed: ${done.errors[0] ?? "refused"}`)
  return [(done.elapsed_ms * LEVELS) / levels]
}
