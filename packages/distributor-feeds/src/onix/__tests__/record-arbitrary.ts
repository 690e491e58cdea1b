import fc from "fast-check"
import { gtinCheckDigit, toIsbn10 } from "../../identifiers"
import type { FeedDate, LocationStock, StockRecord } from "../../record"

const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

/** Any text that XML can hold, without blanks at its ends or in a row. */
const text = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((words) =>
    words
      // eslint-disable-next-line no-control-regex
      .map((word) => word.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\s]/gu, ""))
      .filter(Boolean)
      .join(" ")
  )
  .filter((each) => each !== "")

const ean13 = fc
  .tuple(fc.constantFrom("978", "9798"), fc.bigInt({ min: 0n, max: 999_999_999n }))
  .map(([prefix, number]) => `${prefix}${number.toString().padStart(9, "0")}`.slice(0, 12))
  .map((digits) => `${digits}${gtinCheckDigit(digits)}`)

const date: fc.Arbitrary<FeedDate> = fc
  .tuple(
    fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    fc.constantFrom(["day", 10] as const, ["month", 7] as const, ["year", 4] as const)
  )
  .map(([day, [precision, length]]) => ({ date: day.toISOString().slice(0, length), precision }))

const quantity = fc.integer({ min: 0, max: 999_999_999 })

const location: fc.Arbitrary<LocationStock> = fc
  .record({
    code: fc.constantFrom("TN", "OR", "PA", "Lager Süd"),
    on_hand: nullable(quantity),
    on_hand_qualifier: fc.constantFrom("exact", "at_least", "at_most", "about", "band" as const),
    on_order: nullable(quantity),
    committed: nullable(quantity),
    stocked: fc.constant(null),
  })
  .map(({ on_hand, on_hand_qualifier: qualifier, ...rest }) => {
    if (qualifier === "band") return { ...rest, on_hand: null, on_hand_qualifier: qualifier }
    return { ...rest, on_hand, on_hand_qualifier: on_hand === null ? "exact" : qualifier }
  })

/** Records of everything that ONIX can say. */
export const record: fc.Arbitrary<StockRecord> = fc
  .record({
    ean13,
    partial: fc.boolean(),
    isbn10: fc.boolean(),
    supplier_id: nullable(fc.stringMatching(/^[A-Z0-9]{1,9}$/)),
    upc: nullable(fc.stringMatching(/^\d{12}$/)),
    title: nullable(
      fc.record({
        title: text,
        subtitle: nullable(text),
        contributors: fc.array(text, { maxLength: 3 }),
        publisher: nullable(text),
        binding: fc.constantFrom("Hardback", "Paperback", "Board book"),
        series: nullable(text),
        description: nullable(text),
      })
    ),
    locations: fc.uniqueArray(location, { selector: ({ code }) => code, maxLength: 3 }),
    availability: nullable(fc.constantFrom("01", "10", "20", "21", "22", "31", "51")),
    publisher_status: nullable(fc.constantFrom("02", "04", "07", "11")),
    dates: fc.record({ publication: nullable(date), on_sale: nullable(date), last_return: nullable(date) }),
    expected: fc.array(fc.record({ date, quantity }), { maxLength: 2 }),
    returnable: nullable(fc.boolean()),
    restricted: nullable(fc.constantFrom("SalesRestriction 01", "SalesRestriction 04")),
    price: nullable(
      fc.tuple(quantity, fc.constantFrom("USD", "GBP", "EUR"), nullable(fc.integer({ min: 0, max: 99 })))
    ),
    weight_pounds: nullable(fc.integer({ min: 1, max: 99_999 }).map((each) => each / 100)),
  })
  .map((each) => ({
    ean13: each.ean13,
    ...(each.partial ? { partial: true as const } : {}),
    identifiers: {
      isbn10: each.isbn10 ? toIsbn10(each.ean13) : null,
      upc: each.upc,
      gtin14: null,
      supplier_id: each.supplier_id,
    },
    title: each.title,
    locations: each.locations,
    availability: each.availability && { scheme: "onix65" as const, code: each.availability },
    publisher_status: each.publisher_status && { scheme: "onix64" as const, code: each.publisher_status },
    dates: {
      ...each.dates,
      // Only what is on order can be expected, and at a place.
      expected: each.locations
        .slice(0, 1)
        .flatMap(({ code, on_order }) =>
          on_order === null ? [] : each.expected.map((order) => ({ ...order, location_code: code }))
        ),
    },
    print_on_demand: null,
    backorder_only: null,
    returnable: each.returnable,
    restricted: each.restricted,
    list_price: each.price && {
      amount: `${Math.floor(each.price[0] / 100)}.${String(each.price[0] % 100).padStart(2, "0")}`,
      currency: each.price[1],
    },
    discount: each.price?.[2] != null ? `${each.price[2]}%` : null,
    product_type: each.title && { Hardback: "BB", Paperback: "BC", "Board book": "BH" }[each.title.binding]!,
    weight_pounds: each.title ? each.weight_pounds : null,
    provenance: { source: "onix", file: "", row: 0, as_of: "2026-11-22T08:30:00.000Z" },
  }))
