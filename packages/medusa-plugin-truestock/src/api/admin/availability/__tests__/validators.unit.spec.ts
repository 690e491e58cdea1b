import { refusalOf } from "../../../../modules/availability/__tests__/refusal-of"
import { BEST_FIRST } from "../../../../modules/availability/status"
import { parseOverviewQuery } from "../validators"

const LONG = "x".repeat(10_000)
const SQL = "'; drop table availability; --"
const NONSENSE: unknown[] = ["", " ", SQL, LONG, "a\0b", "NaN", "1e400", ["a", "b"], { $gt: "1" }, [["a"]]]

describe("A question to the overview", () => {
  it("without any parameter is for the first 20 in any status, the last changed first", () => {
    expect(parseOverviewQuery({})).toEqual({
      filters: { statuses: null },
      page: { order: { by: "updated_at", descending: true }, limit: 20, offset: 0 },
      format: "json",
    })
  })

  it("may use every filter at once", () => {
    const asked = {
      status: ["in_stock", "low_stock,preorder"],
      source: "manual",
      purchasable: "false",
      q: "dune",
      category_id: "pcat_1,pcat_2",
      collection_id: ["pcol_1"],
      sales_channel_id: "sc_1",
      order: "title",
      limit: "100",
      offset: "40",
    }
    expect(parseOverviewQuery(asked)).toEqual({
      filters: {
        statuses: ["in_stock", "low_stock", "preorder"],
        source: "manual",
        purchasable: false,
        q: "dune",
        category_ids: ["pcat_1", "pcat_2"],
        collection_ids: ["pcol_1"],
        sales_channel_id: "sc_1",
      },
      page: { order: { by: "title", descending: false }, limit: 100, offset: 40 },
      format: "json",
    })
  })

  it("for any status is for each of them", () => {
    expect(parseOverviewQuery({ status: "any" }).filters.statuses).toBeNull()
    expect(parseOverviewQuery({ status: ["any", "in_stock"] }).filters.statuses).toBeNull()
    expect(parseOverviewQuery({ status: BEST_FIRST.join(",") }).filters.statuses).toEqual(BEST_FIRST)
  })

  it.each([
    ...["sold_out", "IN_STOCK", "__proto__", ["in_stock", "gone"], ...NONSENSE].map((v) => [
      "status",
      v,
      "invalid_status",
    ]),
    ...["default", "Manual", ["manual", "calculated"], ...NONSENSE].map((v) => [
      "source",
      v,
      "invalid_parameter",
    ]),
    ...["1", "yes", "TRUE", true, ["true", "false"], ...NONSENSE].map((v) => [
      "purchasable",
      v,
      "invalid_parameter",
    ]),
    ...["q", "category_id", "collection_id", "sales_channel_id"].flatMap((name) =>
      ["", LONG, "a\0b", [["a"]], { $in: "a" }].map((v) => [name, v, "invalid_parameter"])
    ),
    ["q", ["a", "b"], "invalid_parameter"],
    ["sales_channel_id", ["sc_1", "sc_2"], "invalid_parameter"],
    ["category_id", Array(101).fill("a"), "invalid_parameter"],
    ...["price", "--title", "-", "title,status", ["title", "status"], ...NONSENSE].map((v) => [
      "order",
      v,
      "invalid_order",
    ]),
    ...["0", "-1", "101", "1.5", "99999999999", ...NONSENSE].map((v) => ["limit", v, "invalid_limit"]),
    ...["-1", "0.5", "10000001", "99999999999", ...NONSENSE].map((v) => ["offset", v, "invalid_offset"]),
    ...["xml", "CSV", ...NONSENSE].map((v) => ["format", v, "invalid_parameter"]),
    ["id", ["prod_1"], "unknown_parameter"],
    ["statuses", "in_stock", "unknown_parameter"],
    ["constructor", "x", "unknown_parameter"],
    ["$or", [{}], "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    const refusal = refusalOf(parseOverviewQuery, { [name as string]: value })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(name)
    expect(refusal.message).toContain(JSON.stringify(value).slice(0, 100))
    expect(refusal.message.length).toBeLessThan(500)
  })

  it.each([{ limit: "5" }, { offset: "0" }, { order: "title" }])("for a CSV is refused with %j", (page) => {
    const refusal = refusalOf(parseOverviewQuery, { format: "csv", ...page })
    expect(refusal.code).toBe("invalid_parameter")
    expect(refusal.message).toContain("leave out order, limit and offset")
  })
})
