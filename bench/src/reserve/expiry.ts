import { setTimeout as pause } from "node:timers/promises"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Check, Figures } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import { times } from "../frame/turns.js"
import { perSecond } from "../load/rates.js"
import type { Done, Work } from "../shop/service-worker.cjs"
import { BY_SQL, endAllHolds, hold } from "./holds.js"
import type { Shops } from "./shops.js"

const HOLDS = 10_000
const CLIENTS = 8
const ROUNDS = 3
/** Between the end of what is measured before the expiry, and the expiry. */
const SPARE_SECONDS = 2
const AT_LEAST = 0.5
const TIDY_SECONDS_AT_MOST = 2

const PHASES = ["without any hold", "10,000 live", "expired, not tidied", "being tidied", "tidied"] as const
type Phase = (typeof PHASES)[number]

/** 10,000 holds on one item end in the same moment: what the item's buyers notice of it. */
export async function expiry(shops: Shops, item: string, seconds: number): Promise<Figures> {
  const measured = Object.fromEntries(PHASES.map((phase) => [phase, [] as Done[]])) as Record<Phase, Done[]>
  const checks: Check[] = []
  const held = Array<string>(HOLDS).fill(item)
  const line = { inventory_item_id: item, location_id: MAIN_LOCATION, quantity: 1 }
  const reserve = async (phase: Phase, how: Pick<Work, "seconds" | "beside">) => {
    const work = { method: "truestock.createReservation", calls: [[line]], clients: CLIENTS, ...how }
    measured[phase].push(await shops.reserving(1)(work))
  }
  const tidy = { method: "truestock.tidyHolds", args: [] }
  for (let round = 1; round <= ROUNDS; round++) {
    await step(`Measure while 10,000 holds of one item expire, round ${round}`, async () => {
      await endAllHolds(shops.all)
      await reserve("without any hold", { seconds })
      const expires = await hold(shops.all, held, seconds + SPARE_SECONDS)
      await reserve("10,000 live", { seconds })
      checks.push({ name: `they were live until then, round ${round}`, passed: Date.now() < expires })
      await pause(Math.max(0, expires - Date.now()) + 20)
      await reserve("expired, not tidied", { seconds })
      await reserve("being tidied", { beside: tidy })
      checks.push(await allTidied(shops.all, round))
      await reserve("tidied", { seconds })
    })
  }
  const rate = (phase: Phase) => median(measured[phase].map(perSecond))
  const ratio = (phase: Phase) => rate(phase) / rate("without any hold")
  const tidied = median(measured["being tidied"].map(({ beside_ms }) => beside_ms ?? NaN))
  const afterwards = PHASES.slice(2)
  const failures = PHASES.flatMap((phase) => measured[phase].flatMap(problems))
  return {
    tables: [
      {
        title: `reserves of an item with 10,000 holds, ${CLIENTS} clients`,
        columns: ["per s", "p50 ms", "ratio"],
        rows: PHASES.map((phase) => {
          const p50 = median(measured[phase].map((done) => median(done.times)))
          return { name: phase, values: [rate(phase), p50, times(ratio(phase))] }
        }),
        note: `ratio: to the same without any hold. tidyHolds took ${Math.round(tidied)} ms beside these reserves`,
      },
    ],
    checks: [
      ...checks,
      { name: "no reserve fails meanwhile", passed: failures.length === 0, detail: failures[0] },
    ],
    bars: [
      ...afterwards.map((phase) => ({
        ...{ name: `reserves against those without any hold: ${phase}`, value: ratio(phase) },
        ...{ unit: "x", atLeast: AT_LEAST },
      })),
      { name: "tidyHolds of 10,000", value: tidied / 1000, unit: " s", atMost: TIDY_SECONDS_AT_MOST },
    ],
  }
}

const problems = ({ refused, timed_out, errors }: Done) =>
  refused + timed_out + errors.length > 0 ? [errors[0] ?? `${refused} refused, ${timed_out} timed out`] : []

function allTidied(databaseUrl: string, round: number): Promise<Check> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ left: number; expired: number }>(
      `select count(*) filter (where ended_at is null)::int as left,
         count(*) filter (where ended_as = 'expired')::int as expired
       from inventory_hold where external_id = '${BY_SQL}'`
    )
    const { left, expired } = rows[0]!
    const detail = `${expired} marked, ${left} left`
    return { name: `all are tidied, round ${round}`, passed: left === 0 && expired === HOLDS * round, detail }
  })
}
