import { deleteProductsWorkflow, deleteSalesChannelsWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BEST_FIRST, AvailabilityStatus } from "../../src/modules/availability/status"
import { setAvailabilityOverrideWorkflow, setAvailabilityPolicyWorkflow } from "../../src/workflows"
import { moveClock } from "../support/clock"
import { AdminAvailability } from "../support/admin-availability"
import { runWithShop } from "../support/run-with-shop"
import { untilWaiting } from "../support/until-waiting"

const LONG = "x".repeat(5_000)
const SQL = "'; drop table availability_override; --"
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** What happens between a step and the failure that undoes it. */
let meanwhile: () => Promise<unknown> = async () => undefined

const failStep = createStep("fail-meanwhile", async () => {
  await meanwhile()
  throw new Error("failed on purpose")
  return new StepResponse(null)
})

const overrideThenFail = createWorkflow("admin-override-then-fail", (input: any) => {
  setAvailabilityOverrideWorkflow.runAsStep({ input })
  failStep()
})

const policyThenFail = createWorkflow("admin-policy-then-fail", (input: any) => {
  setAvailabilityPolicyWorkflow.runAsStep({ input })
  failStep()
})

runWithShop((booted) => {
  const desk = new AdminAvailability(booted)
  beforeAll(() => desk.open())

  beforeEach(() => {
    meanwhile = async () => undefined
  })

  const overrides = () => booted.connection("availability_override").orderBy("id")
  const policies = () => booted.connection("availability_policy").orderBy("id")
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

  describe("GET /admin/products/:id/availability", () => {
    it("tells the summary, every channel with its variants, every location, and what was decided", async () => {
      await desk.post({
        status: "preorder",
        variant_id: desk.book.variant_id,
        sales_channel_id: desk.club,
        notes: "Signed",
      })
      await desk.post(
        { variant_id: desk.book.variant_id, location_id: desk.there, lead_time_days: { min: 2, max: 5 } },
        "/policy"
      )
      await desk.post({ low_stock_threshold: 3 }, "/policy")

      const times = { created_at: expect.stringMatching(ISO), updated_at: expect.stringMatching(ISO) }
      const variant = { variant_id: desk.book.variant_id, title: "Paperback", sku: desk.book.sku }
      const nothing = { available_on: null, lead_time_days: null, eta: null }
      const inStock = { status: "in_stock", reason: "above_threshold", purchasable: true }
      const preorder = { status: "preorder", reason: "override", purchasable: true, ...nothing }
      const counts = (available_quantity: number, max_single_location: number) => ({
        available_quantity,
        max_single_location,
      })
      const unsaid = {
        ...{ safety_stock: null, backorder_limit: null, release_date: null, strict_on_sale_date: null },
        ...{ allow_preorder: null, discontinued: null, not_for_sale: null },
      }
      expect(await desk.details()).toEqual({
        id: expect.stringMatching(/^avail_/),
        product_id: desk.book.id,
        ...inStock,
        ...{
          source: "calculated",
          quantity: 30,
          available_on: null,
          eta: null,
          notes: null,
          due_at: null,
          ...times,
        },
        overrides: [
          {
            id: expect.stringMatching(/^avovr_/),
            ...{
              variant_id: desk.book.variant_id,
              sales_channel_id: desk.club,
              status: "preorder",
              notes: "Signed",
            },
            ...{
              note_visible: false,
              set_by: desk.admin.user_id,
              expires_at: null,
              is_expired: false,
              ...times,
            },
          },
        ],
        channels: [
          {
            ...{
              sales_channel_id: desk.club,
              name: "A club",
              ...preorder,
              quantity: 30,
              location_ids: [desk.here],
            },
            variants: [{ ...variant, ...preorder, quantity: 30, ...counts(30, 30) }],
          },
          {
            ...{ sales_channel_id: desk.web, name: "B web", ...inStock, ...nothing, quantity: 30 },
            location_ids: [desk.here, desk.there].sort(),
            variants: [{ ...variant, ...inStock, ...nothing, quantity: 30, ...counts(34, 30) }],
          },
        ],
        locations: [
          { location_id: desk.here, ...inStock, quantity: 30, available_quantity: 30 },
          { location_id: desk.there, ...inStock, quantity: 4, available_quantity: 4 },
        ].map((l) => ({
          ...l,
          name: expect.stringMatching(/^Location/),
          variant_id: desk.book.variant_id,
          eta: null,
        })),
        supplies: [],
        policies: [
          {
            id: expect.stringMatching(/^avpol_/),
            ...{ product_id: desk.book.id, variant_id: null, location_id: null, ...unsaid, ...times },
            ...{ low_stock_threshold: 3, lead_time_days: null },
          },
          {
            id: expect.stringMatching(/^avpol_/),
            ...{
              product_id: desk.book.id,
              variant_id: desk.book.variant_id,
              location_id: desk.there,
              ...unsaid,
              ...times,
            },
            ...{ low_stock_threshold: null, lead_time_days: { min: 2, max: 5 } },
          },
        ],
      })
    })

    it("is one statement", async () => {
      const statements: string[] = []
      const count = ({ sql }: { sql: string }) => {
        if (sql.includes("availability")) statements.push(sql)
      }
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      booted.connection.on("query", count)
      await desk.details()
      booted.connection.removeListener("query", count)
      expect(statements).toHaveLength(1)
    })

    it("leaves out of a channel's locations what it does not sell from now", async () => {
      const { stock, availability } = booted
      await stock.createInventoryLocations({ location_id: desk.there, code: "THERE", is_active: false })
      await availability.drain()
      const { channels } = await desk.details()
      expect(channels.map((c: any) => c.location_ids)).toEqual([[desk.here], [desk.here]])
    })

    it("decides a product first that was created a moment ago", async () => {
      const { availability, shop } = booted
      await availability.__hooks.onApplicationPrepareShutdown()
      const fresh = await shop.book({ channels: [desk.web], stock: { [desk.here]: 2 } })
      expect(await booted.connection("availability").where({ product_id: fresh.id })).toEqual([])
      const { availability: told } = await desk.get("", fresh.id)
      expect(told).toMatchObject({ product_id: fresh.id, status: "low_stock", channels: [{ quantity: 2 }] })
    })

    it("knows no product that is deleted, before the read model knows it too", async () => {
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      await deleteProductsWorkflow(booted.container).run({ input: { ids: [desk.book.id] } })
      for (const rest of ["", "/policy", "/history"]) {
        const { status, data } = await desk.send("get", desk.pathOf(rest))
        expect({ rest, status, code: data.code }).toEqual({ rest, status: 404, code: "product_not_found" })
      }
    })

    it("shows an override that has expired as such", async () => {
      await desk.post({ status: "out_of_stock", expires_at: inHours(1) })
      expect(await desk.details()).toMatchObject({ source: "manual", overrides: [{ is_expired: false }] })
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      await moveClock(booted.connection, 2 * 3_600)
      expect((await desk.details()).overrides).toMatchObject([{ is_expired: true }])
    })
  })

  describe("POST /admin/products/:id/availability", () => {
    it("sets an override with everything that can be said, in the name of who asked", async () => {
      const expires_at = inHours(5)
      const said = { status: "backorder", notes: "Reprint in May", note_visible: true, expires_at }
      const { availability } = await desk.post(said)
      expect(availability).toMatchObject({
        ...{ status: "backorder", reason: "override", source: "manual", notes: "Reprint in May" },
        due_at: expires_at,
        overrides: [{ ...said, variant_id: null, sales_channel_id: null, set_by: desk.admin.user_id }],
      })
      expect(await overrides()).toHaveLength(1)
    })

    it("takes a time in any zone, a day, and null for what is left out", async () => {
      const scope = { variant_id: null, sales_channel_id: null, notes: null, note_visible: null }
      const { availability } = await desk.post({
        ...scope,
        status: "incoming",
        expires_at: "2036-03-01T10:00:00+02:00",
      })
      expect(availability.overrides[0].expires_at).toBe("2036-03-01T08:00:00.000Z")
      const again = await desk.post({ status: "incoming", expires_at: "2036-03-01" })
      expect(again.availability.overrides[0].expires_at).toBe("2036-03-01T00:00:00.000Z")
      const forever = await desk.post({ status: "incoming", expires_at: null })
      expect(forever.availability.overrides).toMatchObject([{ expires_at: null, note_visible: false }])
    })

    it("keeps an override per scope, and replaces the one of its own", async () => {
      const scopes = [
        {},
        { sales_channel_id: desk.web },
        { variant_id: desk.book.variant_id },
        { variant_id: desk.book.variant_id, sales_channel_id: desk.web },
      ]
      for (const scope of scopes) await desk.post({ ...scope, status: "incoming" })
      const before = await overrides()
      const { availability } = await desk.post({ ...scopes[1], status: "discontinued" })
      const after = await overrides()
      expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
      expect(availability.overrides.map((o: any) => o.status)).toEqual([
        ...["incoming", "discontinued", "incoming", "incoming"],
      ])
    })

    it("of two at once leaves one row, and tells what it says", async () => {
      const { connection } = booted
      const asked = [
        { status: "incoming", notes: "first" },
        { status: "discontinued", notes: "second" },
      ]
      const blocking = await connection.transaction()
      await blocking.raw("select from availability where product_id = ? for update", [desk.book.id])
      const answers = Promise.all(asked.map((body) => desk.post(body)))
      await untilWaiting(connection)
      await blocking.commit()
      await answers

      const [row, ...more] = await overrides()
      expect(more).toEqual([])
      expect(asked).toContainEqual({ status: row.status, notes: row.notes })
      expect(await desk.details()).toMatchObject({ status: row.status, notes: row.notes, source: "manual" })
    })

    it("of many at once leaves one row per scope", async () => {
      const scopes = [{}, { sales_channel_id: desk.web }, { variant_id: desk.book.variant_id }]
      const bodies = BEST_FIRST.flatMap((status) => scopes.map((scope) => ({ ...scope, status })))
      await Promise.all(bodies.map((body) => desk.post(body)))
      expect(await overrides()).toHaveLength(scopes.length)
    })

    it("judges an expiry by the database's clock", async () => {
      await moveClock(booted.connection, 2 * 3_600)
      const soon = inHours(1)
      await desk.unchanged(() =>
        desk.expectRefused(
          "post",
          desk.pathOf(),
          { status: "incoming", expires_at: soon },
          "invalid_expiry",
          soon
        )
      )
      await moveClock(booted.connection, -3 * 3_600)
      const ago = inHours(-1)
      const { availability } = await desk.post({ status: "incoming", expires_at: ago })
      expect(availability.overrides).toMatchObject([{ expires_at: ago, is_expired: false }])
    })

    it("is the same in code: a past expiry is refused there too", async () => {
      const set = booted.availability.setOverride({
        ...{ product_id: desk.book.id, status: AvailabilityStatus.INCOMING, expires_at: inHours(-1) },
      })
      await expect(set).rejects.toMatchObject({ code: "invalid_expiry" })
      expect(await overrides()).toEqual([])
    })

    it("keeps text as it is, whatever it looks like", async () => {
      for (const notes of [SQL, "=1+1", "<b>", "null", "", "x".repeat(2_000), "\ud800", "日本語 🎉"]) {
        const { availability } = await desk.post({ status: "incoming", notes })
        expect(availability.notes).toBe(notes.replace("\ud800", "\ufffd"))
      }
    })
  })

  describe("An override that is undone by its workflow", () => {
    const undone = async (input: object) => {
      const failing = overrideThenFail(booted.container).run({
        input: { product_id: desk.book.id, ...input },
      })
      await expect(failing).rejects.toMatchObject({ message: expect.stringContaining("failed on purpose") })
    }

    it("gives way to the one that stood before, also when that has expired meanwhile", async () => {
      const said = { status: "preorder", notes: "Until noon", note_visible: true, expires_at: inHours(1) }
      await desk.post(said)
      meanwhile = async () => {
        expect((await desk.details()).status).toBe("discontinued")
        await moveClock(booted.connection, 2 * 3_600)
      }
      await undone({ status: "discontinued" })
      expect(await desk.details()).toMatchObject({
        ...{ status: "in_stock", source: "calculated" },
        overrides: [{ ...said, is_expired: true, set_by: desk.admin.user_id }],
      })
    })

    it("gives way to the one that stood before, also when its channel is gone meanwhile", async () => {
      await desk.post({ status: "preorder", sales_channel_id: desk.club })
      meanwhile = () => deleteSalesChannelsWorkflow(booted.container).run({ input: { ids: [desk.club] } })
      await undone({ status: "discontinued", sales_channel_id: desk.club })
      expect((await desk.details()).overrides).toMatchObject([
        { status: "preorder", sales_channel_id: desk.club },
      ])
    })
  })

  describe("DELETE /admin/products/:id/availability", () => {
    it("returns the product to the rules", async () => {
      await desk.post({ status: "out_of_stock", notes: "Recount" })
      expect(await desk.clear()).toMatchObject({
        status: "in_stock",
        source: "calculated",
        notes: null,
        overrides: [],
      })
      expect(await overrides()).toEqual([])
    })

    it("clears exactly the scope that is named", async () => {
      const ofVariant = { variant_id: desk.book.variant_id }
      const scopes = [
        {},
        { sales_channel_id: desk.web },
        ofVariant,
        { ...ofVariant, sales_channel_id: desk.web },
      ]
      for (const scope of scopes) await desk.post({ ...scope, status: "incoming" })
      const left = async (query: string) =>
        (await desk.clear(query)).overrides.map((o: any) => [
          o.variant_id !== null,
          o.sales_channel_id !== null,
        ])
      expect(await left(`?sales_channel_id=${desk.web}&variant_id=${desk.book.variant_id}`)).toEqual([
        ...[
          [false, false],
          [false, true],
          [true, false],
        ],
      ])
      expect(await left(`?sales_channel_id=${desk.web}`)).toEqual([
        [false, false],
        [true, false],
      ])
      expect(await left("")).toEqual([[true, false]])
      expect(await left(`?variant_id=${desk.book.variant_id}`)).toEqual([])
    })

    it("finds no mistake in nothing to clear, and clears for a channel that is gone", async () => {
      for (const query of ["", "?variant_id=variant_none", `?sales_channel_id=${encodeURIComponent(SQL)}`]) {
        expect((await desk.clear(query)).status).toBe("in_stock")
      }
      await desk.post({ status: "incoming", sales_channel_id: desk.club })
      await deleteSalesChannelsWorkflow(booted.container).run({ input: { ids: [desk.club] } })
      expect((await desk.clear(`?sales_channel_id=${desk.club}`)).overrides).toEqual([])
    })

    it("refuses a scope in the body, which it would not look at, and what it does not know", async () => {
      await desk.post({ status: "incoming" })
      const body = { variant_id: desk.book.variant_id }
      await desk.unchanged(() =>
        desk.expectRefused("delete", desk.pathOf(), body, "invalid_body", "variant_id")
      )
      const queries: [string, string, string][] = [
        ["?id[]=prod_1", "unknown_parameter", `"id"`],
        ["?variant_id=", "invalid_parameter", "variant_id"],
        ["?variant_id[]=a&variant_id[]=b", "invalid_parameter", `["a","b"]`],
        ["?sales_channel_id[$ne]=a", "invalid_parameter", `{"$ne":"a"}`],
        ["?variant_id=a%00b", "invalid_parameter", "a\\u0000b"],
        [`?variant_id=${LONG}`, "invalid_parameter", "xxx"],
        ["?notes=a", "unknown_parameter", `"notes"`],
      ]
      await desk.unchanged(async () => {
        for (const [query, code, value] of queries) {
          await desk.expectRefused("delete", desk.pathOf(query), undefined, code, value)
        }
      })
    })
  })

  describe("The policy of a product", () => {
    const postPolicy = (body: object) => desk.post(body, "/policy")

    it("is changed field by field: what is left out stays, null clears, and what says nothing is gone", async () => {
      const first = await postPolicy({ low_stock_threshold: 50, lead_time_days: { min: 1, max: 3 } })
      expect(first.policy).toMatchObject({ product_id: desk.book.id, variant_id: null, location_id: null })
      expect(first.availability).toMatchObject({ status: "low_stock", policies: [first.policy] })

      const second = await postPolicy({ lead_time_days: null, release_date: "2036-10-07" })
      expect(second.policy).toMatchObject({
        ...{ id: first.policy.id, low_stock_threshold: 50, lead_time_days: null },
        release_date: "2036-10-07T00:00:00.000Z",
      })
      expect(second.availability).toMatchObject({
        status: "preorder",
        available_on: second.policy.release_date,
      })

      const third = await postPolicy({ low_stock_threshold: null, release_date: null })
      expect(third).toMatchObject({ policy: null, availability: { status: "in_stock", policies: [] } })
      expect(await policies()).toEqual([])
      expect((await postPolicy({ safety_stock: null })).policy).toBeNull()
    })

    it("says everything that it can, and 0 and false are something", async () => {
      const said = {
        ...{ low_stock_threshold: 0, safety_stock: 0, backorder_limit: 2_147_483_647 },
        ...{ lead_time_days: { min: 0, max: 3650 }, release_date: "2026-01-01T00:00:00.000Z" },
        ...{ strict_on_sale_date: "1813-01-28T00:00:00.000Z", allow_preorder: false, discontinued: false },
        not_for_sale: "recalled",
      }
      const { policy, availability } = await postPolicy(said)
      expect(policy).toMatchObject(said)
      expect(availability).toMatchObject({ status: "out_of_stock", reason: "not_for_sale" })
    })

    it("holds for a variant, and for it at a location, each on its own", async () => {
      const ofVariant = { variant_id: desk.book.variant_id }
      await postPolicy({ safety_stock: 1 })
      await postPolicy({ ...ofVariant, safety_stock: 2 })
      const { policy, availability } = await postPolicy({
        ...ofVariant,
        location_id: desk.there,
        safety_stock: 3,
      })
      expect(policy).toMatchObject({ ...ofVariant, location_id: desk.there, safety_stock: 3 })
      expect(availability.locations.map((l: any) => l.quantity)).toEqual([28, 1])
      const { policy: cleared } = await postPolicy({ ...ofVariant, safety_stock: null })
      expect(cleared).toBeNull()
      expect((await desk.details()).policies.map((p: any) => p.safety_stock)).toEqual([1, 3])
    })

    it("is explained: every field with its value and the step that said it", async () => {
      const ofVariant = { variant_id: desk.book.variant_id }
      await postPolicy({ safety_stock: 1, discontinued: false, lead_time_days: { min: 1, max: 2 } })
      await postPolicy({ ...ofVariant, safety_stock: 2, release_date: "2020-01-01" })
      await postPolicy({ ...ofVariant, location_id: desk.there, safety_stock: 3 })

      const all = await desk.get("/policy")
      expect(all.policies).toEqual((await desk.details()).policies)
      const byDefault = (value: unknown) => ({ value, from: "default" })
      expect(all.resolved).toEqual({
        low_stock_threshold: byDefault(10),
        safety_stock: { value: 1, from: "product" },
        backorder_limit: byDefault(null),
        lead_time_days: { value: { min: 1, max: 2 }, from: "product" },
        release_date: byDefault(null),
        strict_on_sale_date: byDefault(null),
        allow_preorder: byDefault(true),
        discontinued: { value: false, from: "product" },
        not_for_sale: byDefault(null),
      })
      const { resolved } = await desk.get(`/policy?variant_id=${desk.book.variant_id}`)
      expect(resolved.safety_stock).toEqual({ value: 2, from: "variant" })
      expect(resolved.release_date).toEqual({ value: "2020-01-01T00:00:00.000Z", from: "variant" })
      expect(resolved.lead_time_days.from).toBe("product")
      const at = (location: string) =>
        desk.get(`/policy?variant_id=${desk.book.variant_id}&location_id=${location}`)
      expect((await at(desk.there)).resolved.safety_stock).toEqual({ value: 3, from: "variant_location" })
      expect((await at(desk.here)).resolved.safety_stock).toEqual({ value: 2, from: "variant" })
    })

    it("moves the guard's floor in its own transaction", async () => {
      const floor = async () => {
        const sql = "select truestock_floor(?, ?)::float as floor"
        return (await booted.connection.raw(sql, [desk.book.inventory_item_id, desk.here])).rows[0].floor
      }
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      expect(await floor()).toBe(-Infinity)
      await postPolicy({ backorder_limit: 7 })
      expect(await floor()).toBe(-7)
      await postPolicy({ variant_id: desk.book.variant_id, location_id: desk.here, backorder_limit: 0 })
      expect(await floor()).toBe(0)
      await postPolicy({ variant_id: desk.book.variant_id, location_id: desk.here, backorder_limit: null })
      await postPolicy({ backorder_limit: null })
      expect(await floor()).toBe(-Infinity)
    })

    it("of two at once keeps what both said, in one row", async () => {
      const { connection } = booted
      const blocking = await connection.transaction()
      await blocking.raw("select from availability where product_id = ? for update", [desk.book.id])
      const answers = Promise.all([postPolicy({ safety_stock: 2 }), postPolicy({ low_stock_threshold: 4 })])
      await untilWaiting(connection)
      await blocking.commit()
      await answers
      expect(await policies()).toMatchObject([{ safety_stock: 2, low_stock_threshold: 4 }])
    })

    describe("that is undone by its workflow", () => {
      const undone = async (input: object) => {
        const failing = policyThenFail(booted.container).run({
          input: { product_id: desk.book.id, ...input },
        })
        await expect(failing).rejects.toMatchObject({ message: expect.stringContaining("failed on purpose") })
      }

      it("is as if it had never been", async () => {
        meanwhile = async () => expect((await desk.details()).status).toBe("discontinued")
        await booted.connection.raw("update inventory_level set stocked_quantity = 0")
        await undone({ discontinued: true })
        expect(await policies()).toEqual([])
        expect(await desk.details()).toMatchObject({ status: "backorder", policies: [] })
      })

      it("says again what it said, and keeps what others have said meanwhile", async () => {
        const { policy } = await postPolicy({ safety_stock: 2, lead_time_days: { min: 1, max: 9 } })
        meanwhile = () => postPolicy({ low_stock_threshold: 4 })
        await undone({ safety_stock: null, lead_time_days: { min: 3, max: 4 }, release_date: "2036-01-01" })
        const { policies: after } = await desk.details()
        expect(after).toMatchObject([
          { safety_stock: 2, lead_time_days: { min: 1, max: 9 }, release_date: null },
        ])
        expect(after).toMatchObject([{ id: policy.id, low_stock_threshold: 4 }])
      })

      it("comes back where it was cleared, also for a location that is gone meanwhile", async () => {
        const scope = { variant_id: desk.book.variant_id, location_id: desk.there }
        await postPolicy({ ...scope, safety_stock: 2, strict_on_sale_date: "2020-01-01" })
        meanwhile = async () => {
          expect(await policies()).toEqual([])
          await booted
            .connection("stock_location")
            .where({ id: desk.there })
            .update({ deleted_at: new Date() })
        }
        await undone({ ...scope, safety_stock: null, strict_on_sale_date: null })
        expect((await desk.details()).policies).toMatchObject([
          { ...scope, safety_stock: 2, strict_on_sale_date: "2020-01-01T00:00:00.000Z" },
        ])
      })
    })

    it("of a location that is gone can be cleared, and not be set", async () => {
      const scope = { variant_id: desk.book.variant_id, location_id: desk.there }
      await postPolicy({ ...scope, safety_stock: 2, low_stock_threshold: 3 })
      await booted.connection("stock_location").where({ id: desk.there }).update({ deleted_at: new Date() })
      await booted.availability.drain()
      const both = { ...scope, safety_stock: null, low_stock_threshold: 5 }
      await desk.unchanged(() =>
        desk.expectRefused("post", desk.pathOf("/policy"), both, "unknown_location", desk.there)
      )
      expect(
        (await postPolicy({ ...scope, safety_stock: null, low_stock_threshold: null })).policy
      ).toBeNull()
    })
  })

  describe("GET /admin/products/:id/availability/history", () => {
    it("tells how the status changed, newest first, with an exact count", async () => {
      const before = await desk.get("/history")
      expect(before).toMatchObject({ count: 2, limit: 20, offset: 0 })
      expect(before.history.map((h: any) => [h.from_status, h.to_status])).toEqual([
        ...[
          [null, "in_stock"],
          [null, "in_stock"],
        ],
      ])
      await desk.post({ status: "incoming", sales_channel_id: desk.web })
      await desk.post({ status: "discontinued", sales_channel_id: desk.web })

      const { history, count } = await desk.get("/history")
      expect(count).toBe(4)
      expect(history.slice(0, 2)).toEqual(
        [
          ["incoming", "discontinued"],
          ["in_stock", "incoming"],
        ].map(([from_status, to_status]) => ({
          id: expect.stringMatching(/^avhis_/),
          ...{
            product_id: desk.book.id,
            sales_channel_id: desk.web,
            from_status,
            to_status,
            reason: "override",
          },
          changed_at: expect.stringMatching(ISO),
        }))
      )
    })

    it("is read a page at a time, without gap or double", async () => {
      for (const status of BEST_FIRST) await desk.post({ status })
      const all = (await desk.get("/history?limit=100")).history
      const pages = []
      for (let offset = 0; offset < all.length; offset += 3) {
        const page = await desk.get(`/history?limit=3&offset=${offset}`)
        expect(page).toMatchObject({ count: all.length, limit: 3, offset })
        pages.push(...page.history)
      }
      expect(pages).toEqual(all)
      expect(await desk.get("/history?offset=1000")).toMatchObject({ history: [], count: all.length })
    })
  })
})
