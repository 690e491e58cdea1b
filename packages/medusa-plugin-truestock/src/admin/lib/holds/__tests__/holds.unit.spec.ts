import i18n from "../../../i18n"
import { HOLD_FILTERS } from "../../../../modules/inventory_management/sql/list-holds"
import { HOLDS_SHOWN } from "../filter"
import type { Hold } from "../../answers"
import { refusalOf } from "../../refusal"
import { holderOf, userIdsOf } from "../holder"
import { holdRefusalKey } from "../refusal-key"
import { aheadMs, canExtend, extendedUntil, formatRemaining, remainingSeconds } from "../remaining"

const noon = Date.parse("2026-12-01T12:00:00Z")
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString()
const hold = (change: Partial<Hold>) =>
  ({ expires_at: at(900), latest_expires_at: null, cart_id: null, created_by: null, ...change }) as Hold

describe("The time that a hold has left", () => {
  it("counts down on the server's clock, however wrong the browser's is", () => {
    const anHourSlow = noon - 3_600_000
    const ahead = aheadMs(at(0), anHourSlow)
    expect(remainingSeconds(at(900), ahead, anHourSlow)).toBe(900)
    expect(remainingSeconds(at(900), ahead, anHourSlow + 60_000)).toBe(840)
  })

  it("is none from the moment at which it expires, and some until then", () => {
    expect(remainingSeconds(at(900), 0, noon + 899_001)).toBe(1)
    expect(remainingSeconds(at(900), 0, noon + 900_000)).toBe(0)
    expect(remainingSeconds(at(900), 0, noon + 999_000)).toBe(0)
  })

  it.each([
    [0, "0:00"],
    [59, "0:59"],
    [845, "14:05"],
    [3_600, "1:00:00"],
    [47 * 3_600 + 59, "47:00:59"],
    [48 * 3_600, "2 days"],
    [30 * 86_400 - 1, "29 days"],
  ])("of %d seconds reads %s", (seconds, text) => {
    expect(formatRemaining(seconds, "en")).toBe(text)
  })

  it("is said in the operator's language", () => {
    expect(formatRemaining(3 * 86_400, "de")).toBe("3 Tage")
  })
})

describe("A hold", () => {
  it("is extended by 15 minutes from when it would expire, so that asking twice extends it once", () => {
    expect(extendedUntil(hold({}))).toBe(at(1_800))
  })

  it("can be extended until its latest time", () => {
    expect(canExtend(hold({}))).toBe(true)
    expect(canExtend(hold({ latest_expires_at: at(901) }))).toBe(true)
    expect(canExtend(hold({ latest_expires_at: at(900) }))).toBe(false)
  })

  it("belongs to a shopper, to whoever asked for it, or to nobody known", () => {
    expect(holderOf(hold({ cart_id: "cart_1", created_by: "pk_1" }))).toEqual({ type: "shopper" })
    expect(holderOf(hold({ created_by: "user_1" }))).toEqual({ type: "user", id: "user_1" })
    expect(holderOf(hold({ created_by: "apk_1" }))).toEqual({ type: "api-key", id: "apk_1" })
    expect(holderOf(hold({ created_by: "importer" }))).toEqual({ type: "other", id: "importer" })
    expect(holderOf(hold({}))).toBeUndefined()
  })

  it("names the users of a page, and nobody else", () => {
    const page = [hold({ created_by: "user_1" }), hold({ created_by: "apk_1" }), hold({ cart_id: "cart_1" })]
    expect(userIdsOf(page)).toEqual(["user_1"])
  })

  it("that was not changed says why in a text of ours, or in the server's words", () => {
    const { refused } = i18n.en.translation.truestock.holds
    const codes = Object.keys(refused).filter((key) => key !== "other")
    const told = codes.map((code) => holdRefusalKey(refusalOf(409, "", { code })))
    expect(told).toEqual(codes)
    expect(holdRefusalKey(refusalOf(409, "", { code: "key_in_use" }))).toBe("other")
    expect(holdRefusalKey(new TypeError("Failed to fetch"))).toBe("other")
  })

  it("is listed by every state that the API knows", () => {
    expect(HOLDS_SHOWN).toEqual(HOLD_FILTERS)
    const { show, empty } = i18n.en.translation.truestock.holds
    expect([Object.keys(show), Object.keys(empty)]).toEqual([[...HOLD_FILTERS], [...HOLD_FILTERS]])
  })
})
