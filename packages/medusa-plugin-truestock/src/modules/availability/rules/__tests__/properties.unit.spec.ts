import fc from "fast-check"
import type { LevelFacts, ProductFacts } from "../../facts"
import { decideProduct, type ProductAvailability } from "../decide-product"
import { decideVariant, type VariantDecision } from "../decide-variant"
import { withoutStaleLevels } from "../freshness"
import { anyLevel, anyOptions, anyProduct, anyQuestion } from "./any-situation"
import { readFromTable, readTogether, type Told } from "./reference-table"
import { book, HERE, NOW } from "./situations"

const RUNS = { numRuns: 1_000 }

const toldBy = (decided: VariantDecision): Omit<Told, "row"> => ({
  status: decided.status,
  purchasable: decided.purchasable,
  quantity: decided.quantity,
  available_on: decided.available_on,
  lead_time_days: decided.lead_time_days,
  eta: decided.eta,
  notes: decided.note,
})

const withoutRow = ({ row: _, ...told }: Told) => told

/** Which reasons a row of the table may give. */
const REASONS: Record<Told["row"], string[]> = {
  "1": ["not_for_sale"],
  "2": ["override"],
  "2a": ["stale_source"],
  "3": ["discontinued"],
  "4": ["not_released"],
  "5": ["inventory_not_managed"],
  "6": ["above_threshold"],
  "7": ["at_or_below_threshold"],
  "8": ["backorder_allowed"],
  "9": ["units_incoming", "no_variant", "no_level_yet"],
  "10": ["nothing_to_sell"],
}

/** A product at a moment, without the moment itself: what must stay the same while nothing is due. */
function standing({ due_at: _, ...decided }: ProductAvailability): unknown {
  return JSON.parse(JSON.stringify(decided, (key, value) => (key === "due_at" ? undefined : value)))
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}

describe("Whatever the situation", () => {
  it("a variant is told what the table says, read slowly row by row", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        expect(toldBy(decideVariant(q))).toEqual(withoutRow(readFromTable(q)))
      }),
      { numRuns: 4_000 }
    )
  })

  it("the reason names the row of the table that decided", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        expect(REASONS[readFromTable(q).row]).toContain(decideVariant(q).reason)
      }),
      RUNS
    )
  })

  it("every row of the table is met by the random situations", () => {
    const met = fc.sample(anyQuestion, { numRuns: 3_000, seed: 1 }).map((q) => readFromTable(q).row)
    expect([...new Set(met)].sort()).toEqual(Object.keys(REASONS).sort())
  })

  it("a product and its channels are told the best of their variants, read from the table", () => {
    fc.assert(
      fc.property(anyProduct, anyOptions, (facts, options) => {
        const decided = decideProduct(facts, NOW, options)
        const read = (channel: ProductFacts["channels"][number] | null) => {
          const ask = { ...facts, now: NOW, options, sales_channel_id: channel?.id ?? null }
          const at = { ...ask, location_ids: channel?.location_ids ?? [] }
          return (
            readTogether(facts.variants.map((variant) => readFromTable({ ...at, variant }))) ??
            readFromTable({ ...at, variant: null })
          )
        }
        const perChannel = facts.channels.map(read)

        expect(decided.channels.map((c) => toldBy(c.product))).toEqual(perChannel.map(withoutRow))
        expect(toldBy(decided.summary)).toEqual(withoutRow(readTogether(perChannel) ?? read(null)))
      }),
      RUNS
    )
  })

  it("what is incoming, out of stock or discontinued cannot be bought, and one order gets none of it", () => {
    fc.assert(
      fc.property(anyProduct, anyOptions, (facts, options) => {
        const { summary, channels, locations } = decideProduct(facts, NOW, options)
        const decisions = [
          summary,
          ...channels.flatMap((c) => [c.product, ...c.variants.map((v) => v.decision)]),
          ...locations.map((l) => l.decision),
        ]
        for (const { status, purchasable, quantity } of decisions) {
          if (["incoming", "out_of_stock", "discontinued"].includes(status)) {
            expect({ purchasable, quantity }).toEqual({ purchasable: false, quantity: 0 })
          }
        }
      }),
      RUNS
    )
  })

  it("the quantity is a whole number that is never negative, or null for no limit", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        const { quantity } = decideVariant(q)
        if (quantity === null) {
          expect(q.variant!.manage_inventory).toBe(false)
        } else {
          expect(Number.isInteger(quantity) && quantity >= 0).toBe(true)
        }
      }),
      RUNS
    )
  })

  it("only a preorder has a release date, in the future, only a backorder a lead time, and only what is awaited a date that has not passed", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        const { status, available_on, lead_time_days, eta } = decideVariant(q)
        if (available_on !== null) {
          expect(status).toBe("preorder")
          expect(Date.parse(available_on)).toBeGreaterThan(NOW.getTime())
        }
        if (lead_time_days !== null) expect(status).toBe("backorder")
        if (eta !== null) {
          expect(["backorder", "incoming"]).toContain(status)
          expect(Date.parse(eta)).toBeGreaterThan(NOW.getTime() - 24 * 3_600_000)
        }
      }),
      RUNS
    )
  })

  it("the same question has the same answer, and is not changed by being asked", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        const frozen = freeze(q)
        const before = JSON.stringify(frozen)
        expect(decideVariant(frozen)).toEqual(decideVariant(frozen))
        expect(JSON.stringify(frozen)).toBe(before)
      }),
      RUNS
    )
  })

  it("the order in which policies, overrides, parts and levels are listed does not matter", () => {
    fc.assert(
      fc.property(anyQuestion, (q) => {
        const reversed = {
          ...q,
          location_ids: [...q.location_ids].reverse(),
          policies: [...q.policies].reverse(),
          overrides: [...q.overrides].reverse(),
          variant: q.variant && {
            ...q.variant,
            parts: [...q.variant.parts].reverse().map((p) => ({ ...p, levels: [...p.levels].reverse() })),
          },
        }
        expect(decideVariant(reversed)).toEqual(decideVariant(q))
      }),
      RUNS
    )
  })

  it("a source that speaks again makes nothing stale, nor due earlier", () => {
    const spokeLater = (level: LevelFacts, ms: number): LevelFacts => ({
      ...level,
      sources: level.sources?.map((source) => ({
        ...source,
        as_of: source.as_of && new Date(Date.parse(source.as_of) + ms).toISOString(),
      })),
    })
    const here = new Set([HERE])
    fc.assert(
      fc.property(anyLevel, anyOptions, fc.nat(100_000_000), (level, options, ms) => {
        const before = withoutStaleLevels(book([level]), here, options, NOW)
        const after = withoutStaleLevels(book([spokeLater(level, ms)]), here, options, NOW)
        if (before.isStale) return
        expect(after.isStale).toBe(false)
        const [due, dueThen] = [before, after].map(({ nextStaleAt }) => nextStaleAt?.getTime() ?? Infinity)
        expect(dueThen).toBeGreaterThanOrEqual(due!)
      }),
      RUNS
    )
  })

  it("nothing changes between now and the moment it is due", () => {
    fc.assert(
      fc.property(
        anyProduct,
        anyOptions,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (facts, options, share) => {
          const decided = decideProduct(facts, NOW, options)
          const isNeverDue = decided.due_at === null
          const last = isNeverDue ? NOW.getTime() + 1e12 : decided.due_at!.getTime() - 1
          const between = NOW.getTime() + Math.floor((last - NOW.getTime()) * share)

          for (const later of [between, last]) {
            expect(standing(decideProduct(facts, new Date(later), options))).toEqual(standing(decided))
          }
        }
      ),
      RUNS
    )
  })

  it("the moment it is due lies in the future, and asking then moves on to a later one", () => {
    fc.assert(
      fc.property(anyProduct, anyOptions, (facts, options) => {
        const { due_at } = decideProduct(facts, NOW, options)
        if (due_at === null) return
        expect(due_at.getTime()).toBeGreaterThan(NOW.getTime())
        const next = decideProduct(facts, due_at, options).due_at
        if (next !== null) expect(next.getTime()).toBeGreaterThan(due_at.getTime())
      }),
      RUNS
    )
  })
})
