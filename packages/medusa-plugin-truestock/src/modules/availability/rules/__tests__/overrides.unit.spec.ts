import { AvailabilityStatus } from "../../status"
import { decideVariant } from "../decide-variant"
import { resolveOverride } from "../resolve-override"
import { BOOK, book, CHANNEL, hours, level, NOW, override, question } from "./situations"

const { IN_STOCK, LOW_STOCK, BACKORDER, PREORDER, OUT_OF_STOCK } = AvailabilityStatus

describe("Overrides", () => {
  const ofProduct = override(OUT_OF_STOCK)
  const inChannel = override(LOW_STOCK, { sales_channel_id: CHANNEL })
  const ofVariant = override(BACKORDER, { variant_id: BOOK })
  const ofVariantInChannel = override(PREORDER, { variant_id: BOOK, sales_channel_id: CHANNEL })
  const all = [ofProduct, ofVariantInChannel, inChannel, ofVariant]

  it("the more specific wins: variant and channel, variant, channel, product", () => {
    const inOrder = [ofVariantInChannel, ofVariant, inChannel, ofProduct]
    for (let given = inOrder; given.length > 0; given = given.slice(1)) {
      expect(resolveOverride([...given].reverse(), BOOK, CHANNEL, NOW)).toBe(given[0])
    }
  })

  it("of another variant or channel do not hold", () => {
    expect(resolveOverride(all, "variant_other", CHANNEL, NOW)).toBe(inChannel)
    expect(resolveOverride(all, BOOK, "sc_other", NOW)).toBe(ofVariant)
    expect(resolveOverride(all, null, null, NOW)).toBe(ofProduct)
    expect(resolveOverride([ofVariantInChannel], null, CHANNEL, NOW)).toBeNull()
  })

  it("hold until the moment they expire, and no longer", () => {
    const until = (expires_at: string) =>
      resolveOverride([override(IN_STOCK, { expires_at })], BOOK, CHANNEL, NOW) !== null
    expect(until(new Date(NOW.getTime() + 1).toISOString())).toBe(true)
    expect(until(NOW.toISOString())).toBe(false)
    expect(until(hours(-1))).toBe(false)
  })

  it("give way to the next less specific one when they expire", () => {
    const expired = { ...ofVariantInChannel, expires_at: hours(-1) }
    expect(resolveOverride([expired, ofProduct], BOOK, CHANNEL, NOW)).toBe(ofProduct)
  })

  it("without any that holds the rules decide", () => {
    const overrides = [override(OUT_OF_STOCK, { expires_at: hours(-1) })]
    expect(decideVariant(question(book([level(50)]), { overrides })).reason).toBe("above_threshold")
  })

  it("to out of stock cannot be bought, whatever is in stock", () => {
    expect(decideVariant(question(book([level(50)]), { overrides: [ofProduct] }))).toMatchObject({
      status: "out_of_stock",
      purchasable: false,
      quantity: 0,
      available_quantity: 50,
    })
  })

  it("to backorder can be bought when one can be reserved, backorder allowed or not", () => {
    const overrides = [override(BACKORDER)]
    expect(decideVariant(question(book([level(1)]), { overrides })).purchasable).toBe(true)
    expect(decideVariant(question(book([level(0)]), { overrides })).purchasable).toBe(false)
    expect(
      decideVariant(question(book([level(0)], { allow_backorder: true }), { overrides })).purchasable
    ).toBe(true)
  })

  it("to preorder can be bought only where preorders are allowed", () => {
    const ask = (allow_preorder: boolean) =>
      decideVariant(
        question(book([level(5)]), { overrides: [override(PREORDER)], options: { allow_preorder } })
      )
    expect(ask(true)).toMatchObject({ purchasable: true, available_on: null })
    expect(ask(false)).toMatchObject({ status: "preorder", purchasable: false })
  })
})
