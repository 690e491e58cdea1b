import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Figures } from "../frame/figures.js"
import { type Caller, clean, rates, rateTable } from "../load/rates.js"
import { REASONS } from "./checks.js"
import type { ServiceProcess } from "../shop/service-process.js"
import type { Done, Work } from "../shop/service-worker.cjs"

const SPREAD = 10_000

const OURS = "adjustInventory, one row"
const CORE_SERVICE = "core's adjustInventory"
const CORE_WORKFLOW = "core's updateInventoryLevelsWorkflow"
type Contestant = typeof OURS | typeof CORE_SERVICE | typeof CORE_WORKFLOW

/** One level a call: of one level that all are after, and spread. Guard and ledger are on for core too. */
export async function singles(
  { perform }: ServiceProcess,
  items: string[],
  { clients, seconds }: { clients: number[]; seconds: number },
  tally: { units: number }
): Promise<Figures> {
  const figures: Figures = { tables: [], checks: [], bars: [] }
  const counted = async (work: Work) => {
    const done = await perform(work)
    tally.units += done.times.length
    return done
  }
  const hot = items.slice(0, 3)
  const spread = items.slice(3, 3 + SPREAD)
  for (const n of clients) {
    for (const [what, itemsOf] of [
      ["one level", (contestant: number) => [hot[contestant]!]],
      ["some 10,000 levels", () => spread],
    ] as const) {
      const callers = contestants(itemsOf, perform)
      callers[OURS].perform = counted
      const measured = await rates(callers, { what: `adjustments of ${what}`, clients: n, seconds })
      figures.tables.push(rateTable(`one unit more of ${what}, ${n} at a time`, measured, OURS))
      figures.checks.push(clean(`${OURS}, ${what}, ${n} at a time`, measured[OURS]))
    }
  }
  return figures
}

function contestants(
  itemsOf: (contestant: number) => string[],
  perform: (work: Work) => Promise<Done>
): Record<Contestant, Caller> {
  const caller = (contestant: number, method: string, argsOf: (item: string) => unknown[]): Caller => {
    const items = itemsOf(contestant)
    const rotated = (turn: number) => items.map((_, i) => items[(i + turn * 3_331) % items.length]!)
    return { method, perform, calls: (turn) => rotated(turn).map(argsOf) }
  }
  let set = 2_000_000_000
  const level = (inventory_item_id: string) => ({ inventory_item_id, location_id: MAIN_LOCATION })
  return {
    [OURS]: caller(0, "truestock.adjustInventory", (item) => [
      [{ ...level(item), adjustment: 1 }],
      { reason: REASONS.single },
    ]),
    [CORE_SERVICE]: caller(1, "adjustInventory", (item) => [item, MAIN_LOCATION, 1]),
    // It sets a quantity, and knows nothing of adding.
    [CORE_WORKFLOW]: caller(2, "updateLevels", (item) => [{ ...level(item), stocked_quantity: ++set }]),
  }
}
