import { step } from "../../../scripts/process/steps.mjs"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Figures, Row } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import { Problem } from "../../../scripts/process/problem.mjs"
import { BOOKSTORE, PLAIN_SHOP } from "../shop/server.js"
import type { Copies } from "../shop/copies.js"
import { type ServiceProcess, startServices } from "../shop/service-process.js"
import type { Work } from "../shop/service-worker.cjs"
import { ratio, takeTurns, times } from "../frame/turns.js"

const BATCH = 500
const ROUNDS = 3
const ONE_AT_A_TIME = 30

type Side = "without" | "with"
type Call = { name: string; units: number; work: (round: number) => Work }

/** Core's own service and workflow, one client, in a process with the plugin and in one without. */
export async function coreCalls({ all, plain }: Copies, items: string[]): Promise<Figures> {
  const processes = {
    without: await startServices(plain, PLAIN_SHOP),
    with: await startServices(all, BOOKSTORE),
  }
  try {
    const rows: Row[] = []
    for (const { name, units, work } of callsOn(items)) {
      const rounds = { without: 0, with: 0 }
      const turn = (side: Side) => () => perform(processes[side], work(rounds[side]++))
      const result = await step(`Measure ${name}`, () =>
        takeTurns({ without: turn("without"), with: turn("with") }, ROUNDS)
      )
      rows.push({
        name,
        values: [
          ...[median(result.without), median(result.with)],
          ...[perSecond(units, result.without), perSecond(units, result.with)],
          times(ratio(result.with, result.without)),
        ],
      })
    }
    const columns = ["without ms", "with ms", "without per s", "with per s", "ratio of ms"]
    return { tables: [{ title: "core's service, 1 client", columns, rows }], checks: [], bars: [] }
  } finally {
    await Promise.all(Object.values(processes).map(({ stop }) => stop()))
  }
}

async function perform(process: ServiceProcess, work: Work): Promise<number[]> {
  const { times, refused, timed_out, errors } = await process.perform(work)
  if (refused + timed_out + errors.length > 0) {
    throw new Problem(`${work.method} failed: ${refused} refused, ${timed_out} timed out. ${errors[0] ?? ""}`)
  }
  return times
}

const perSecond = (units: number, spent: number[]) => (units * 1000) / median(spent)

function callsOn(items: string[]): Call[] {
  const batch = items.slice(0, BATCH)
  const level = (inventory_item_id: string) => ({ inventory_item_id, location_id: MAIN_LOCATION })
  const one = (method: string, ...args: unknown[]): Work => ({ method, clients: 1, calls: [args] })
  const reservation = (item: string, round: number) => ({
    ...level(item),
    id: `resitem_bench${round}${item}`,
    quantity: 1,
  })
  return [
    {
      name: "createReservationsWorkflow, 1 line",
      units: 1,
      work: (round) => ({
        method: "reserve",
        clients: 1,
        calls: items
          .slice(BATCH + round * ONE_AT_A_TIME, BATCH + (round + 1) * ONE_AT_A_TIME)
          .map((item) => [{ ...level(item), quantity: 1 }]),
      }),
    },
    {
      name: "createReservationItems, 500",
      units: BATCH,
      work: (round) =>
        one(
          "createReservationItems",
          batch.map((item) => reservation(item, round))
        ),
    },
    {
      name: "deleteReservationItems, 500",
      units: BATCH,
      work: (round) =>
        one(
          "deleteReservationItems",
          batch.map((item) => reservation(item, round).id)
        ),
    },
    {
      name: "updateInventoryLevels, 500",
      units: BATCH,
      work: (round) =>
        one(
          "updateInventoryLevels",
          batch.map((item) => ({ ...level(item), stocked_quantity: 1000 + round }))
        ),
    },
    {
      name: "adjustInventory, 500",
      units: BATCH,
      work: () =>
        one(
          "adjustInventory",
          batch.map((item) => ({ inventoryItemId: item, locationId: MAIN_LOCATION, adjustment: 1 }))
        ),
    },
  ]
}
