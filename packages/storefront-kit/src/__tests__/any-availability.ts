import fc from "fast-check"
import { type Availability, AVAILABILITY_STATUSES } from "../rules/availability.js"

/** In which all of these tests stand: two days before the year ends. */
export const NOW = new Date("2026-12-30T14:20:00.000Z")

/** Nothing is known but the status. */
export const of = (status: Availability["status"], rest: Partial<Availability> = {}): Availability => ({
  status,
  purchasable: ["in_stock", "low_stock", "preorder", "backorder"].includes(status),
  available_on: null,
  lead_time_days: null,
  eta: null,
  ...rest,
})

const moment = fc.oneof(
  fc.constant(null),
  fc
    .date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom("", "soon", "2026-12-30T14:20:00.000Z")
)

/** Whatever an API may answer, and some of what it must not. */
export const anyAvailability: fc.Arbitrary<Availability> = fc.record(
  {
    status: fc.constantFrom(...AVAILABILITY_STATUSES),
    purchasable: fc.boolean(),
    quantity: fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 40 })),
    available_on: moment,
    lead_time_days: fc.oneof(
      fc.constant(null),
      fc.record({ min: fc.integer({ min: -1, max: 60 }), max: fc.integer({ min: 0, max: 420 }) })
    ),
    eta: moment,
    notes: fc.string(),
  },
  { requiredKeys: ["status", "purchasable", "available_on", "lead_time_days", "eta"] }
)
