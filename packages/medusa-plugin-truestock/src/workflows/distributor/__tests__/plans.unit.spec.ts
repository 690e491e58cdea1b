import { syntheticRecord } from "truestock-distributor-feeds"
import { sourceSchema } from "../../../modules/distributor/sources/source-options"
import type { KnownShop } from "../../../modules/inventory_management"
import { newProduct } from "../new-product"
import { planDistributor } from "../plan-distributor"

const source = sourceSchema.parse({ id: "ingram", feed: { kind: "ingram_ipage" } })
const ean13 = "9780804429573"
const facts = {
  ...{ title: "Émile, or: Of Education", subtitle: null, contributors: ["Rousseau"], publisher: "Basic" },
  ...{ binding: "Paper", series: null, description: null },
}
const place = { sales_channel_ids: ["sc_1"], shipping_profile_id: null }

describe("A title's product", () => {
  const product = (record: Parameters<typeof syntheticRecord>[0]) =>
    newProduct({ ean13, record: syntheticRecord(record) }, source, place)

  it("has its number as SKU and EAN, its price, and a handle of its own", () => {
    const made = product({
      title: facts,
      list_price: { amount: "18.99", currency: "USD" },
      weight_pounds: 1,
    })!
    expect(made).toMatchObject({
      ...{ title: facts.title, handle: `emile-or-of-education-${ean13}`, status: "published" },
      sales_channels: [{ id: "sc_1" }],
      variants: [
        {
          ...{ sku: ean13, ean: ean13, manage_inventory: true, allow_backorder: false, weight: 454 },
          prices: [{ amount: 18.99, currency_code: "usd" }],
        },
      ],
    })
    expect(made).not.toHaveProperty("shipping_profile_id")
  })

  it("has no price rather than none to pay, and no weight that nobody said", () => {
    const [variant] = product({ title: facts, list_price: null, weight_pounds: null })!.variants!
    expect(variant).toMatchObject({ prices: [], weight: undefined })
  })

  it("is not made without a name", () => {
    expect(product({ title: null })).toBeNull()
    expect(product({ title: { ...facts, title: "" } })).toBeNull()
  })

  it("has a handle even where its name has no letter of ours", () => {
    expect(product({ title: { ...facts, title: "罪と罰" } })!.handle).toBe(`title-${ean13}`)
  })
})

describe("A distributor's location", () => {
  const shop = (more: Partial<KnownShop> = {}): KnownShop =>
    ({
      sales_channels: [
        { id: "sc_1", name: "Online Store" },
        { id: "sc_2", name: "Default" },
      ],
      store: { default_sales_channel_id: "sc_2" },
      locations: [],
      ...more,
    }) as KnownShop

  it("is made where the shop has none, and sells in the channel of that name", () => {
    expect(planDistributor(source, shop())).toMatchObject({
      location: {
        ...{
          location_id: null,
          name: "Ingram (Drop-Ship)",
          code: "ingram",
          kind: "dropship",
          is_changed: true,
        },
        ...{ add_channels: ["sc_1"], address: { city: "La Vergne", postal_code: "37086" } },
      },
      warnings: [],
    })
  })

  it("sells in the store's default channel where there is none of that name, and says so", () => {
    const { location, warnings } = planDistributor({ ...source, sales_channel: "Web" }, shop())
    expect(location.add_channels).toEqual(["sc_2"])
    expect(warnings).toEqual([expect.stringMatching(/"Web".*Default/)])
  })

  it("says that nobody sells from there where there is no channel at all", () => {
    const { location, warnings } = planDistributor(source, shop({ sales_channels: [] }))
    expect(location.add_channels).toEqual([])
    expect(warnings).toEqual([expect.stringContaining("none sells from there")])
  })

  it("is left alone where it is as it ought to be", () => {
    const locations = [
      {
        ...{ location_id: "sloc_1", name: "Ingram (Drop-Ship)", code: "ingram", kind: "dropship" },
        sales_channel_ids: ["sc_1"],
      },
    ]
    expect(planDistributor(source, shop({ locations } as Partial<KnownShop>)).location).toMatchObject({
      ...{ location_id: "sloc_1", is_changed: false, add_channels: [] },
    })
  })
})
