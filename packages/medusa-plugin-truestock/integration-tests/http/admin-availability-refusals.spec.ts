import { AdminAvailability, type Method } from "../support/admin-availability"
import { runWithShop } from "../support/run-with-shop"

const LONG = "x".repeat(10_000)
const SQL = "'; drop table availability_override; --"

runWithShop((booted) => {
  const desk = new AdminAvailability(booted)
  beforeAll(() => desk.open())

  describe("Refused, and nothing is changed, is", () => {
    let before: unknown[]

    beforeEach(async () => {
      before = await desk.rows()
    })

    afterEach(async () => {
      expect(await desk.rows()).toEqual(before)
    })

    it("an override that makes no sense", async () => {
      const status = "in_stock"
      const bodies: [object, string, unknown][] = [
        ...["sold_out", "", "any", SQL, LONG, null, 3, ["in_stock"], { $ne: "x" }].map(
          (v) => [{ status: v }, "invalid_status", v] as [object, string, unknown]
        ),
        ...[5, true, ["a"], { a: "b" }, LONG, "x".repeat(2_001), "a\0b"].map(
          (v) => [{ status, notes: v }, "invalid_notes", v] as [object, string, unknown]
        ),
        ...["true", 1, [], {}].map(
          (v) => [{ status, note_visible: v }, "invalid_override", v] as [object, string, unknown]
        ),
        ...[
          "soon",
          "",
          "2036-02-30",
          "2036-01-01T10:00:00",
          5,
          -1,
          1e300,
          true,
          ["2036-01-01"],
          {},
          LONG,
        ].map((v) => [{ status, expires_at: v }, "invalid_expiry", v] as [object, string, unknown]),
        ...["2020-01-01", "1970-01-01T00:00:00Z", "0001-01-01", "9999-12-31T23:59:59-23:00"].map(
          (v) => [{ status, expires_at: v }, "invalid_expiry", v] as [object, string, unknown]
        ),
        ...["variant_id", "sales_channel_id"].flatMap((name) =>
          ["", 5, true, ["a"], { id: "a" }, LONG, "a\0b"].map(
            (v) => [{ status, [name]: v }, "invalid_override", v] as [object, string, unknown]
          )
        ),
        ...["sc_none", SQL].map(
          (v) => [{ status, sales_channel_id: v }, "sales_channel_not_found", v] as [object, string, unknown]
        ),
        ...["product_id", "set_by", "id", "quantity", "source", LONG].map(
          (name) => [{ status, [name]: "a" }, "invalid_body", name] as [object, string, unknown]
        ),
        [[{ status }], "invalid_body", [{ status }]],
      ]
      for (const [body, code, value] of bodies) {
        // A moment's own text is what is quoted where it is understood.
        const shown = /^\d{4}-\d\d-\d\d/.test(String(value))
          ? String(value).slice(0, 3)
          : JSON.stringify(value)
        await desk.expectRefused("post", desk.pathOf(), body, code, shown)
      }
    })

    it("a variant of another product, or of none", async () => {
      for (const variant_id of [desk.other.variant_id, "variant_none", SQL]) {
        const body = { status: "in_stock", variant_id }
        await desk.expectRefused("post", desk.pathOf(), body, "variant_not_found", variant_id, 404)
        const policy = { variant_id, safety_stock: 1 }
        await desk.expectRefused("post", desk.pathOf("/policy"), policy, "variant_not_found", variant_id, 404)
        const query = `/policy?variant_id=${encodeURIComponent(variant_id)}`
        await desk.expectRefused("get", desk.pathOf(query), undefined, "variant_not_found", variant_id, 404)
      }
    })

    it("a policy that makes no sense", async () => {
      const path = desk.pathOf("/policy")
      const units = [-1, 1.5, 2_147_483_648, 1e300, "3", true, [1], {}]
      const texts = ["", 5, true, ["a"], { a: "b" }, LONG, "a\0b"]
      const days = [
        { min: 5, max: 3 },
        { min: 1 },
        { min: -1, max: 2 },
        { min: 1, max: 2, a: 1 },
        5,
        "5",
        [1, 2],
        {},
      ]
      const dates = [
        "soon",
        "",
        "2036-02-30",
        "2036-13-01",
        "0000-01-01",
        "9999-12-31",
        5,
        true,
        [],
        {},
        LONG,
      ]
      const wrong: [string, unknown[]][] = [
        ...["low_stock_threshold", "safety_stock", "backorder_limit"].map(
          (n) => [n, units] as [string, unknown[]]
        ),
        ...["release_date", "strict_on_sale_date"].map((n) => [n, dates] as [string, unknown[]]),
        ...["allow_preorder", "discontinued"].map((n) => [n, ["true", 1, [], {}]] as [string, unknown[]]),
        ...["not_for_sale", "variant_id"].map((n) => [n, texts] as [string, unknown[]]),
        ["lead_time_days", days],
      ]
      for (const [name, values] of wrong) {
        for (const value of values) {
          const body = { discontinued: true, [name]: value }
          await desk.expectRefused("post", path, body, "invalid_policy", JSON.stringify(value).slice(0, 90))
        }
      }
      await desk.expectRefused("post", path, `{"safety_stock": 1e400}`, "invalid_policy", "safety_stock")
    })

    it("a policy that says nothing, or is none", async () => {
      const path = desk.pathOf("/policy")
      for (const body of [
        {},
        { variant_id: desk.book.variant_id },
        { variant_id: desk.book.variant_id, location_id: desk.here },
      ]) {
        await desk.expectRefused("post", path, body, "invalid_policy", "low_stock_threshold")
      }
      for (const name of ["product_id", "id", "threshold", LONG]) {
        await desk.expectRefused("post", path, { safety_stock: 1, [name]: "a" }, "invalid_body", name)
      }
      for (const body of ["[]", `[{"safety_stock":1}]`]) {
        await desk.expectRefused("post", path, body, "invalid_body", body)
      }
    })

    it("a policy for a location without a variant, or for one that does not exist", async () => {
      const path = desk.pathOf("/policy")
      await desk.expectRefused(
        "post",
        path,
        { location_id: desk.here, safety_stock: 1 },
        "invalid_policy",
        desk.here
      )
      for (const location_id of ["sloc_none", SQL]) {
        const body = { variant_id: desk.book.variant_id, location_id, safety_stock: 1 }
        await desk.expectRefused("post", path, body, "unknown_location", location_id)
        const query = `/policy?variant_id=${desk.book.variant_id}&location_id=${encodeURIComponent(location_id)}`
        await desk.expectRefused("get", desk.pathOf(query), undefined, "unknown_location", location_id)
      }
    })

    it("a question that is not understood", async () => {
      const questions: [string, string, string][] = [
        ["?id[]=prod_1", "unknown_parameter", `"id"`],
        ["?fields=id", "unknown_parameter", `"fields"`],
        ["/policy?id[]=prod_1", "unknown_parameter", `"id"`],
        ["/policy?variant_id[]=a&variant_id[]=b", "invalid_parameter", `["a","b"]`],
        ["/policy?variant_id=%00", "invalid_parameter", "\\u0000"],
        [`/policy?location_id=${desk.here}`, "invalid_parameter", desk.here],
        ["/history?id[]=prod_1", "unknown_parameter", `"id"`],
        ["/history?order=id", "unknown_parameter", `"order"`],
        ...["0", "-1", "101", "1.5", "1e2", "", "99999999999999", LONG.slice(0, 5_000)].map(
          (v) => [`/history?limit=${v}`, "invalid_limit", v] as [string, string, string]
        ),
        ...["-1", "1.5", "", "10000001", "99999999999999"].map(
          (v) => [`/history?offset=${v}`, "invalid_offset", v] as [string, string, string]
        ),
        ["/history?limit[]=1&limit[]=2", "invalid_limit", `["1","2"]`],
      ]
      for (const [question, code, value] of questions) {
        await desk.expectRefused("get", desk.pathOf(question), undefined, code, value)
      }
      for (const rest of ["", "/policy"]) {
        const body = { status: "in_stock" }
        await desk.expectRefused(
          "post",
          desk.pathOf(`${rest}?variant_id=a`),
          body,
          "unknown_parameter",
          "variant_id"
        )
      }
    })

    it("whatever is asked of a product that is unknown", async () => {
      for (const id of ["prod_none", encodeURIComponent(SQL), "a%00b", "__proto__"]) {
        const requests: [Method, string, unknown][] = [
          ["get", "", undefined],
          ["post", "", { status: "in_stock" }],
          ["delete", "", undefined],
          ["get", "/policy", undefined],
          ["post", "/policy", { safety_stock: 1 }],
          ["get", "/history", undefined],
        ]
        for (const [method, rest, body] of requests) {
          await desk.expectRefused(method, desk.pathOf(rest, id), body, "product_not_found", "not found", 404)
        }
      }
    })

    it("whoever is not logged in as a user", async () => {
      const key = await booted.shop.key(desk.web)
      const paths = ["", "/policy", "/history"].map((rest) => desk.pathOf(rest))
      for (const headers of [{}, { authorization: "Bearer nonsense" }, key.headers]) {
        for (const path of [...paths, "/admin/availability", "/admin/availability?format=csv"]) {
          expect((await desk.send("get", path, undefined, { headers })).status).toBe(401)
        }
        expect((await desk.send("post", desk.pathOf(), { status: "incoming" }, { headers })).status).toBe(401)
        expect(
          (await desk.send("post", desk.pathOf("/policy"), { safety_stock: 1 }, { headers })).status
        ).toBe(401)
        expect((await desk.send("delete", desk.pathOf(), undefined, { headers })).status).toBe(401)
      }
    })
  })
})
