import { parseOptions } from "../../../../options"
import type { ProductFacts } from "../../facts"
import { AvailabilityStatus } from "../../status"
import { decideProduct } from "../decide-product"
import { statusChanges } from "../status-changes"
import { book, HERE, level, NOW, product } from "./situations"

const { IN_STOCK, LOW_STOCK } = AvailabilityStatus
const WEB = { id: "sc_web", location_ids: [HERE] }

/** Three units in stock: low_stock in every channel that is given. */
function changes(known: Partial<ProductFacts>) {
  const facts = product({ channels: [WEB], variants: [book([level(3)])], ...known })
  return statusChanges(facts, facts.is_deleted ? null : decideProduct(facts, NOW, parseOptions({})))
}

const change = (
  sales_channel_id: string | null,
  from: string | null,
  to: string | null,
  reason: string | null
) => ({
  product_id: "prod_book",
  sales_channel_id,
  from,
  to,
  reason,
})

describe("A change of status", () => {
  it("is nothing when nothing changed", () => {
    expect(changes({ previous_status: LOW_STOCK, previous_channels: { sc_web: LOW_STOCK } })).toEqual([])
  })

  it("is told per channel, with what it was, what it is and why", () => {
    expect(changes({ previous_channels: { sc_web: IN_STOCK } })).toEqual([
      change("sc_web", "in_stock", "low_stock", "at_or_below_threshold"),
    ])
  })

  it("is told only of the channels in which it changed", () => {
    const shop = { id: "sc_shop", location_ids: [HERE] }
    const before = { sc_web: LOW_STOCK, sc_shop: IN_STOCK }
    expect(
      changes({ channels: [WEB, shop], previous_channels: before }).map((c) => c.sales_channel_id)
    ).toEqual(["sc_shop"])
  })

  it("comes from nothing when the product is new in a channel", () => {
    expect(changes({})).toEqual([change("sc_web", null, "low_stock", "at_or_below_threshold")])
  })

  it("goes to nothing when the product leaves a channel, or is deleted", () => {
    const left = [change("sc_web", "low_stock", null, null)]
    const before = { previous_status: LOW_STOCK, previous_channels: { sc_web: LOW_STOCK } }
    expect(changes({ ...before, channels: [] })).toEqual(left)
    expect(changes({ ...before, is_deleted: true })).toEqual(left)
  })

  it("of a product in no channel is that of its summary, with no channel", () => {
    expect(changes({ channels: [] })).toEqual([change(null, null, "out_of_stock", "nothing_to_sell")])
    expect(changes({ channels: [], previous_status: AvailabilityStatus.OUT_OF_STOCK })).toEqual([])
    expect(changes({ channels: [], is_deleted: true, previous_status: LOW_STOCK })).toEqual([
      change(null, "low_stock", null, null),
    ])
  })
})
