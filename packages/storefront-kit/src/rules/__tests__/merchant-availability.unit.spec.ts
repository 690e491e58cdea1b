import fc from "fast-check"
import { anyAvailability, NOW, of } from "../../__tests__/any-availability.js"
import { asOffered, merchantAvailability } from "../../merchant.js"

const ofNow = (availability: Parameters<typeof merchantAvailability>[0]) =>
  merchantAvailability(availability, { now: NOW })

const OUT = { availability: "out_of_stock", purchasable: false }
const YEAR_AHEAD = "2027-12-30T14:20:00.000Z"
const MORE_THAN_A_YEAR = "2027-12-30T14:20:00.001Z"

describe("merchantAvailability", () => {
  it("has Google's four values, and a date for two of them", () => {
    expect(ofNow(of("in_stock"))).toEqual({ availability: "in_stock", purchasable: true })
    expect(ofNow(of("low_stock", { quantity: 1 }))).toEqual({ availability: "in_stock", purchasable: true })
    expect(ofNow(of("preorder", { available_on: "2027-10-07T00:00:00.000Z" }))).toEqual({
      ...{ availability: "preorder", availability_date: "2027-10-07T00:00Z", purchasable: true },
    })
    expect(ofNow(of("backorder", { eta: "2027-03-12T10:30:59.000Z" }))).toEqual({
      ...{ availability: "backorder", availability_date: "2027-03-12T10:30Z", purchasable: true },
    })
    for (const status of ["incoming", "out_of_stock", "discontinued"] as const) {
      expect(ofNow(of(status, { eta: "2027-03-12T10:30:00.000Z" }))).toEqual(OUT)
    }
  })

  it("claims nothing of what cannot be bought, or is not known", () => {
    const dates = { available_on: "2027-10-07T00:00:00.000Z", eta: "2027-03-12T00:00:00.000Z" }
    for (const status of ["in_stock", "low_stock", "preorder", "backorder"] as const) {
      expect(ofNow(of(status, { ...dates, purchasable: false }))).toEqual(OUT)
    }
    expect([ofNow(null), ofNow(undefined), ofNow(of("rented" as never, { purchasable: true }))]).toEqual(
      Array(3).fill(OUT)
    )
  })

  it("dates a backorder by its ETA, else by today and the longest lead time, across the end of a year", () => {
    const lead_time_days = { min: 3, max: 5 }
    expect(ofNow(of("backorder", { lead_time_days })).availability_date).toBe("2027-01-04T00:00Z")
    const eta = "2027-03-12T00:00:00.000Z"
    expect(ofNow(of("backorder", { lead_time_days, eta })).availability_date).toBe("2027-03-12T00:00Z")
    const late = of("backorder", { lead_time_days, eta: "2026-12-30T14:20:00.000Z" })
    expect(ofNow(late).availability_date).toBe("2027-01-04T00:00Z")
  })

  it("says the same all day of a lead time, so that a feed does not change by the minute", () => {
    const backorder = of("backorder", { lead_time_days: { min: 7, max: 14 } })
    const at = (now: string) => merchantAvailability(backorder, { now }).availability_date
    expect(at("2026-12-30T00:00:00.000Z")).toBe("2027-01-13T00:00Z")
    expect(at("2026-12-30T23:59:59.999Z")).toBe("2027-01-13T00:00Z")
    expect(at("2026-12-31T00:00:00.000Z")).toBe("2027-01-14T00:00Z")
  })

  it("is out of stock, and not to be sold, without any date", () => {
    expect(ofNow(of("backorder"))).toEqual(OUT)
    expect(ofNow(of("preorder"))).toEqual(OUT)
    expect(ofNow(of("preorder", { eta: "2027-03-12T00:00:00.000Z" }))).toEqual(OUT)
    expect(ofNow(of("backorder", { available_on: "2027-03-12T00:00:00.000Z" }))).toEqual(OUT)
  })

  it("takes a date of 365 days ahead, and none of a millisecond or a day more", () => {
    expect(ofNow(of("preorder", { available_on: YEAR_AHEAD }))).toMatchObject({
      ...{ availability: "preorder", availability_date: "2027-12-30T14:20Z" },
    })
    expect(ofNow(of("preorder", { available_on: MORE_THAN_A_YEAR }))).toEqual(OUT)
    expect(ofNow(of("backorder", { eta: YEAR_AHEAD })).availability).toBe("backorder")
    expect(ofNow(of("backorder", { eta: MORE_THAN_A_YEAR }))).toEqual(OUT)
    const lead = (max: number, now: string) =>
      merchantAvailability(of("backorder", { lead_time_days: { min: 1, max } }), { now }).availability
    for (const time of ["00:00:00.000", "23:59:59.999"]) {
      expect(lead(365, `2026-12-30T${time}Z`)).toBe("backorder")
      expect(lead(366, `2026-12-30T${time}Z`)).toBe("out_of_stock")
      expect(lead(1e20, `2026-12-30T${time}Z`)).toBe("out_of_stock")
    }
  })

  it("does not take an ETA of more than a year for a shorter lead time", () => {
    const slow = of("backorder", { eta: MORE_THAN_A_YEAR, lead_time_days: { min: 1, max: 2 } })
    expect(ofNow(slow)).toEqual(OUT)
  })

  it("lets what has passed be no date", () => {
    expect(ofNow(of("preorder", { available_on: NOW.toISOString() }))).toEqual(OUT)
    const soon = new Date(NOW.getTime() + 1).toISOString()
    expect(ofNow(of("preorder", { available_on: soon })).availability).toBe("preorder")
  })

  it("keeps Google's rules, whatever the API says", () => {
    fc.assert(
      fc.property(anyAvailability, (availability) => {
        const offer = ofNow(availability)
        const needsDate = ["preorder", "backorder"].includes(offer.availability)
        expect("availability_date" in offer).toBe(needsDate)
        expect(offer.purchasable).toBe(offer.availability !== "out_of_stock")
        if (offer.purchasable) expect(availability.purchasable).toBe(true)
        if (!needsDate) return
        const date = offer.availability_date!
        expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
        // To the minute, and a lead time to the day of today.
        expect(Date.parse(date)).toBeGreaterThan(NOW.getTime() - 24 * 3_600_000)
        expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(YEAR_AHEAD))
      })
    )
  })
})

describe("asOffered", () => {
  it("sells what the feed offers, and nothing else; the rest stays as it was", () => {
    const dated = of("backorder", { lead_time_days: { min: 3, max: 5 }, quantity: 0, notes: "Signed" })
    expect(asOffered(dated, { now: NOW })).toBe(dated)
    const undated = of("backorder", { notes: "Signed" })
    expect(asOffered(undated, { now: NOW })).toEqual({ ...undated, purchasable: false })
    const far = { variant_id: "v", ...of("preorder", { available_on: MORE_THAN_A_YEAR }) }
    expect(asOffered(far, { now: NOW })).toEqual({ ...far, purchasable: false })
  })
})
