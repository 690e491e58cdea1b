import { AvailabilityStatus } from "../../../../modules/availability/status"
import type { ChannelFigures, LocationFigures, VariantFigures } from "../answers"
import { nameOf, namesIn, scopeName } from "../scope-name"

const figures = {
  status: AvailabilityStatus.IN_STOCK,
  reason: "above_threshold",
  purchasable: true,
  quantity: 3,
  available_quantity: 3,
  max_single_location: 3,
  available_on: null,
  lead_time_days: null,
  eta: null,
} as const
const variant = (variant_id: string, title: string | null, sku: string | null): VariantFigures => ({
  ...figures,
  variant_id,
  title,
  sku,
})
const channel: ChannelFigures = {
  ...figures,
  sales_channel_id: "sc_1",
  name: "Web shop",
  location_ids: [],
  variants: [
    variant("variant_1", "Hardcover", "HC-1"),
    variant("variant_2", null, "PB-1"),
    variant("variant_3", null, null),
  ],
}
const location: LocationFigures = { ...figures, location_id: "sloc_1", name: null, variant_id: "variant_1" }

describe("What an operator calls", () => {
  const names = namesIn({ channels: [channel], locations: [location] })

  it("a variant is its title, else its SKU, else its id", () => {
    const variantName = nameOf(names.variants)
    expect(["variant_1", "variant_2", "variant_3"].map(variantName)).toEqual([
      "Hardcover",
      "PB-1",
      "variant_3",
    ])
  })

  it("a channel or location without a name is its id, as is one that the product is not in", () => {
    expect(nameOf(names.channels)("sc_1")).toBe("Web shop")
    expect(nameOf(names.channels)("sc_gone")).toBe("sc_gone")
    expect(nameOf(names.locations)("sloc_1")).toBe("sloc_1")
  })

  it("a decision is what it is about, and the whole product where nothing is named", () => {
    const [variantName, channelName] = [nameOf(names.variants), nameOf(names.channels)]
    const named = (variant_id: string | null, channel_id: string | null) =>
      scopeName(
        [
          [variantName, variant_id],
          [channelName, channel_id],
        ],
        "Whole product"
      )
    expect(named("variant_1", "sc_1")).toBe("Hardcover, Web shop")
    expect(named(null, "sc_1")).toBe("Web shop")
    expect(named(null, null)).toBe("Whole product")
  })
})
