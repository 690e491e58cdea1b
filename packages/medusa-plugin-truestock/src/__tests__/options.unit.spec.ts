import fc from "fast-check"
import { TruestockError } from "../errors"
import { parseOptions } from "../options"

const DEFAULTS = {
  low_stock_threshold: 10,
  safety_stock: 0,
  backorder_limit: null,
  lead_time_days: null,
  allow_preorder: true,
  source_limit_hours: 6,
  source_grace_hours: 24,
  brand: {
    link_table: "product_product_brand_brand",
    brand_id_column: "brand_id",
    table: "brand",
    name_column: "name",
  },
  expose_quantity: true,
  store_products_filter: false,
  products_with_metadata: true,
  poll_interval_ms: 200,
  allow_fractions: false,
  hold: {
    ...{ ttl_seconds: 900, most_seconds: 3_600, on_payment_session: false },
    ...{ most_lines: 100, most_per_key: 10_000 },
  },
  batch_size: 1000,
  distributors: [],
  alerts: null,
  storefront: null,
  notify: { double_opt_in: false, confirm_url: null, unsubscribe_url: null },
  rate_limits: {
    redis_url: null,
    notify: { requests: 30, seconds: 60 },
    notify_address: { requests: 10, seconds: 3_600 },
    hold: { requests: 1_200, seconds: 60 },
    hold_cart: { requests: 60, seconds: 60 },
    adjust: { requests: 1_200, seconds: 60 },
  },
}

function refusal(options: unknown): TruestockError {
  try {
    parseOptions(options)
  } catch (error) {
    if (error instanceof TruestockError) return error
    throw error
  }
  throw new Error(`These options were accepted: ${JSON.stringify(options)}`)
}

describe("The plugin's options", () => {
  it.each([[undefined], [{}], [null]])(
    "default to what the documentation says when %j is given",
    (options) => {
      expect(parseOptions(options)).toEqual(DEFAULTS)
    }
  )

  it("keep what was given beside the defaults", () => {
    const given = { low_stock_threshold: 0, backorder_limit: 5, lead_time_days: { min: 2, max: 2 } }
    expect(parseOptions(given)).toEqual({ ...DEFAULTS, ...given })
  })

  it("pass over the connection that Medusa hands to every module", () => {
    expect(parseOptions({ database: { clientUrl: "postgres://localhost" } })).toEqual(DEFAULTS)
  })

  it("are not changed by being read", () => {
    const given = Object.freeze({ database: {}, safety_stock: 1 })
    parseOptions(given)
    expect(given).toEqual({ database: {}, safety_stock: 1 })
  })

  it.each([
    ["low_stock_threshold", -1],
    ["low_stock_threshold", 1.5],
    ["safety_stock", "3"],
    ["backorder_limit", -1],
    ["lead_time_days", { min: 5, max: 3 }],
    ["lead_time_days", { min: 5 }],
    ["allow_preorder", "yes"],
    ["source_limit_hours", 0],
    ["source_limit_hours", Number.NaN],
    ["source_grace_hours", -1],
    ["brand", { link_table: 'brand"; drop table product; --', brand_id_column: "brand_id" }],
    ["brand", { link: "brand" }],
    ["alerts", {}],
    ["alerts", { to: "stockroom" }],
    ["alerts", { to: ["stockroom@example.com"] }],
    ["alerts", { to: "stockroom@example.com", digest: "weekly" }],
    ["storefront", {}],
    ["storefront", { url: "javascript:alert(1)" }],
    ["storefront", { url: "https://shop.example", product_path: "products/:handle" }],
    ["notify", { double_opt_in: "yes" }],
    ["notify", { confirm_url: "javascript:alert(1)" }],
    ["rate_limits", { notify: { requests: 0, seconds: 60 } }],
    ["rate_limits", { notify: { requests: 5 } }],
    ["rate_limits", { redis_url: "localhost" }],
    ["poll_interval_ms", 9],
    ["batch_size", 0],
    ["batch_size", 10_001],
    ["low_stock_treshold", 5],
  ])("refuse %s = %j with the name of the option", (name, value) => {
    const error = refusal({ [name]: value })
    expect(error.code).toBe("invalid_options")
    expect(error.message).toContain(name)
  })

  it("name every wrong one at once", () => {
    expect(refusal({ safety_stock: -1, batch_size: 0 }).message).toMatch(/safety_stock.*batch_size/)
  })

  it("are accepted or refused as invalid_options, whatever is given", () => {
    const anything = fc.record(
      Object.fromEntries([...Object.keys(DEFAULTS), "other"].map((name) => [name, fc.anything()])),
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (options) => {
        try {
          expect(Object.keys(parseOptions(options)).sort()).toEqual(Object.keys(DEFAULTS).sort())
        } catch (error) {
          if (!(error instanceof TruestockError)) throw error
          expect(error.code).toBe("invalid_options")
        }
      })
    )
  })
})
