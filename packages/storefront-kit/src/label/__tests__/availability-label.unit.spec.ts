import fc from "fast-check"
import { anyAvailability, NOW, of } from "../../__tests__/any-availability.js"
import { type Availability, AVAILABILITY_STATUSES } from "../../merchant.js"
import { AVAILABILITY_TEXTS, availabilityLabel, type LabelOptions, statusName } from "../../label.js"

const label = (availability: Availability | null, options: LabelOptions = {}) =>
  availabilityLabel(availability, { now: NOW, ...options })

const PREORDER = of("preorder", { available_on: "2027-10-07T00:00:00.000Z" })
const ordered = (min: number, max: number) => of("backorder", { lead_time_days: { min, max } })

const SAID: [Availability | null, string, string][] = [
  [of("in_stock", { quantity: 120 }), "In stock", "Auf Lager"],
  [of("low_stock", { quantity: 3 }), "Only 3 left", "Nur noch 3 verfügbar"],
  [of("low_stock", { quantity: 1 }), "Only 1 left", "Nur noch 1 verfügbar"],
  [of("low_stock", { quantity: 1.5 }), "Only 1.5 left", "Nur noch 1,5 verfügbar"],
  [of("low_stock"), "Only a few left", "Nur noch wenige verfügbar"],
  [of("low_stock", { quantity: null }), "Only a few left", "Nur noch wenige verfügbar"],
  [PREORDER, "Preorder, releases 7 October 2027", "Vorbestellbar, erscheint am 7. Oktober 2027"],
  [of("preorder"), "Preorder", "Vorbestellbar"],
  [ordered(7, 14), "Available to order, ships in 1-2 weeks", "Bestellbar, versandfertig in 1-2 Wochen"],
  [ordered(7, 7), "Available to order, ships in 1 week", "Bestellbar, versandfertig in 1 Woche"],
  [ordered(14, 14), "Available to order, ships in 2 weeks", "Bestellbar, versandfertig in 2 Wochen"],
  [ordered(7, 10), "Available to order, ships in 7-10 days", "Bestellbar, versandfertig in 7-10 Tagen"],
  [ordered(3, 5), "Available to order, ships in 3-5 days", "Bestellbar, versandfertig in 3-5 Tagen"],
  [ordered(1, 1), "Available to order, ships in 1 day", "Bestellbar, versandfertig in 1 Tag"],
  [
    ordered(0, 2),
    "Available to order, ships within 2 days",
    "Bestellbar, versandfertig innerhalb von 2 Tagen",
  ],
  [ordered(0, 0), "Available to order, ships within 1 day", "Bestellbar, versandfertig innerhalb von 1 Tag"],
  [
    of("backorder", { eta: "2027-03-12T00:00:00.000Z", lead_time_days: { min: 7, max: 14 } }),
    "Available to order, expected 12 March 2027",
    "Bestellbar, voraussichtlich am 12. März 2027 da",
  ],
  [of("backorder"), "Available to order", "Bestellbar"],
  [of("incoming"), "Coming soon", "Bald erhältlich"],
  [
    of("incoming", { eta: "2027-01-01T00:00:00.000Z" }),
    "Coming soon, expected 1 January 2027",
    "Bald erhältlich, voraussichtlich am 1. Januar 2027",
  ],
  [of("out_of_stock"), "Out of stock", "Nicht auf Lager"],
  [of("discontinued"), "No longer available", "Nicht mehr erhältlich"],
  [of("in_stock", { purchasable: false }), "Currently unavailable", "Derzeit nicht erhältlich"],
  [null, "Currently unavailable", "Derzeit nicht erhältlich"],
]

describe("availabilityLabel", () => {
  it.each(SAID)("says of %j: %s, %s", (availability, english, german) => {
    expect(label(availability)).toBe(english)
    expect(label(availability, { locale: "de" })).toBe(german)
    expect(label(availability, { locale: "de-DE" })).toBe(german)
  })

  it("does not invite to what the cart would refuse", () => {
    expect(label({ ...PREORDER, purchasable: false })).toBe("Coming soon, expected 7 October 2027")
    expect(label({ ...ordered(7, 14), purchasable: false })).toBe("Currently unavailable")
    expect(label(of("low_stock", { quantity: 3, purchasable: false }))).toBe("Currently unavailable")
    expect(label(of("rented" as never, { purchasable: true }))).toBe("Currently unavailable")
  })

  it("makes a day of a moment in the time zone given, on both sides of a year's end", () => {
    const released = of("preorder", { available_on: "2026-12-31T23:30:00.000Z" })
    const on = (time_zone?: string) => label(released, { time_zone }).replace("Preorder, releases ", "")
    expect(on()).toBe("31 December 2026")
    expect(on("UTC")).toBe("31 December 2026")
    expect(on("Europe/Berlin")).toBe("1 January 2027")
    expect(on("Pacific/Auckland")).toBe("1 January 2027")
    expect(on("America/Los_Angeles")).toBe("31 December 2026")
    expect(on("Mars/Olympus")).toBe("31 December 2026")
    expect(label(released, { time_zone: "Asia/Tokyo", locale: "de" })).toBe(
      "Vorbestellbar, erscheint am 1. Januar 2027"
    )
  })

  it("promises no date that has passed, though a cached answer still has it", () => {
    const at = (now: string) => label(PREORDER, { now })
    expect(at("2027-10-06T23:59:59.999Z")).toBe("Preorder, releases 7 October 2027")
    expect(at("2027-10-07T00:00:00.000Z")).toBe("Preorder")
    const late = of("backorder", { eta: "2026-12-29T00:00:00.000Z", lead_time_days: { min: 7, max: 14 } })
    expect(label(late)).toBe("Available to order, ships in 1-2 weeks")
    expect(label(of("incoming", { eta: "2026-12-29T00:00:00.000Z" }))).toBe("Coming soon")
  })

  it.each(["fr", "xx-YY", "not a locale", "de_DE.UTF-8", "_", "", null, undefined])(
    "is English, dates included, in the locale %p",
    (locale) => expect(label(PREORDER, { locale })).toBe("Preorder, releases 7 October 2027")
  )

  it("writes dates as the locale does", () => {
    expect(label(PREORDER, { locale: "en-US" })).toBe("Preorder, releases October 7, 2027")
    expect(label(of("preorder", { available_on: "2027-01-05T00:00:00.000Z" }), { locale: "de_AT" })).toBe(
      "Vorbestellbar, erscheint am 5. Jänner 2027"
    )
  })

  it("takes the shop's own texts, some or all, in any language and its plurals", () => {
    const texts = {
      in_stock: "On the shelf",
      preorder_on: "À paraître le {date}",
      low_stock: { one: "Dernier exemplaire", other: "Plus que {quantity} {unknown} $&" },
    }
    expect(label(of("in_stock"), { texts })).toBe("On the shelf")
    expect(label(of("out_of_stock"), { texts })).toBe("Out of stock")
    expect(label(PREORDER, { texts, locale: "fr" })).toBe("À paraître le 7 octobre 2027")
    expect(label(of("low_stock", { quantity: 1 }), { texts, locale: "fr" })).toBe("Dernier exemplaire")
    expect(label(of("low_stock", { quantity: 2 }), { texts, locale: "fr" })).toBe("Plus que 2 {unknown} $&")
  })

  it("never claims more than the API said, in either language", () => {
    fc.assert(
      fc.property(anyAvailability, fc.constantFrom("en", "de", "fr"), (availability, locale) => {
        const said = label(availability, { locale })
        expect(said).not.toMatch(/[{}]|undefined|null|NaN|Invalid/)
        const { status, purchasable, quantity, lead_time_days } = availability
        const texts = AVAILABILITY_TEXTS[locale === "de" ? "de" : "en"]
        const invites = [texts.in_stock, texts.preorder, texts.backorder]
        if (!purchasable) for (const invitation of invites) expect(said.startsWith(invitation)).toBe(false)
        if (said === texts.in_stock) expect(status).toBe("in_stock")

        // Every number in it is one that was given: a quantity, days of a lead time, or a date that is to come.
        const dates = [availability.available_on, availability.eta]
          .filter((date): date is string => date !== null && Date.parse(date) > NOW.getTime())
          .flatMap((date) => [new Date(date).getUTCDate(), new Date(date).getUTCFullYear()])
        const days = lead_time_days ? [lead_time_days.min, lead_time_days.max, 1] : []
        const given = [
          ...(status === "low_stock" && typeof quantity === "number" ? [quantity] : []),
          ...(status === "backorder" ? [...days, ...days.map((count) => count / 7)] : []),
          ...(["preorder", "backorder", "incoming"].includes(status) ? dates : []),
        ]
        for (const number of said.match(/\d+/g) ?? []) expect(given).toContain(Number(number))
      }),
      { numRuns: 500 }
    )
  })
})

describe("the texts", () => {
  it("name each status by itself, in both languages", () => {
    const named = (locale?: string) => AVAILABILITY_STATUSES.map((status) => statusName(status, { locale }))
    expect(named()).toEqual([
      ...["In stock", "Only a few left", "Preorder", "Available to order", "Coming soon", "Out of stock"],
      "No longer available",
    ])
    expect(new Set(named("de")).size).toBe(AVAILABILITY_STATUSES.length)
    expect(statusName("low_stock", { texts: { low_stock_unknown: "Last copies" } })).toBe("Last copies")
  })

  it("have the same names to fill in, in every language", () => {
    const holes = (texts: object) =>
      Object.entries(texts).map(([key, text]) => [key, [...new Set(JSON.stringify(text).match(/\{\w+\}/g))]])
    expect(holes(AVAILABILITY_TEXTS.de)).toEqual(holes(AVAILABILITY_TEXTS.en))
  })
})
