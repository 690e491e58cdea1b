import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createStockLocationsWorkflow,
  deleteStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { setLocationProfileWorkflow } from "../../src/workflows"
import type { SetLocationProfileInput } from "../../src/workflows/inventory/steps/set-location-profile"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"

const PATH = "/admin/inventory/locations"
const DEFAULTS = { code: null, kind: "warehouse", is_active: true, priority: 0, backup_for: null }
const ADDRESS = { address_1: "One Ingram Blvd", city: "La Vergne", country_code: "us", postal_code: "37086" }

const failStep = createStep("fail-after-profile", async () => {
  throw new Error("failed on purpose")
  return new StepResponse(null)
})
const setThenFail = createWorkflow("set-location-then-fail", (input: SetLocationProfileInput) => {
  setLocationProfileWorkflow.runAsStep({ input })
  failStep()
})

runWithShop((booted) => {
  let channel: string
  let main: string
  let overflow: string
  let admin: { headers: Record<string, string> }

  beforeAll(async () => {
    channel = await booted.shop.channel()
    main = await locationNamed("Main Warehouse", ADDRESS)
    overflow = await locationNamed("Overflow Storage")
    admin = await adminHeaders(booted.container)
  })

  async function locationNamed(name: string, address?: typeof ADDRESS): Promise<string> {
    const { result } = await createStockLocationsWorkflow(booted.container).run({
      input: { locations: [{ name, address }] },
    })
    const id = result[0]!.id
    await linkSalesChannelsToStockLocationWorkflow(booted.container).run({ input: { id, add: [channel] } })
    return id
  }
  const remove = (id: string) => deleteStockLocationsWorkflow(booted.container).run({ input: { ids: [id] } })
  const config = (more: object = {}) => ({ ...admin, validateStatus: null, ...more })
  const ask = (query: object = {}) => booted.api.get(PATH, config({ params: query }))
  const look = (id: string) => booted.api.get(`${PATH}/${id}`, config())
  const post = (id: string, body: unknown, query = "") =>
    booted.api.post(`${PATH}/${id}${query}`, body, config())
  const rows = () => booted.connection("inventory_location").orderBy("location_id")
  const namesOf = (locations: { name: string }[]) => locations.map(({ name }) => name)

  it("are those of every stock location of Medusa's, also where nothing was said of it", async () => {
    const [first, second] = await booted.stock.listLocations()
    expect(first).toEqual({
      ...{ location_id: main, name: "Main Warehouse", ...DEFAULTS },
      address: { ...ADDRESS, company: null, address_2: null, province: null, phone: null },
    })
    expect(second).toEqual({ location_id: overflow, name: "Overflow Storage", ...DEFAULTS, address: null })
    expect((await ask()).data).toEqual({ locations: [first, second], count: 2, limit: 20, offset: 0 })
    expect((await look(overflow)).data).toEqual({ location: second })
    expect(await rows()).toEqual([])
  })

  it("are set field by field, and found by each", async () => {
    const said = { code: "OVER", kind: "store", is_active: false, priority: -3, backup_for: main }
    const { status, data } = await post(overflow, said)
    expect({ status, data }).toMatchObject({
      status: 200,
      data: { location: { location_id: overflow, ...said } },
    })
    expect((await post(overflow, { is_active: true, code: null })).data.location).toMatchObject({
      ...{ ...said, is_active: true, code: null },
    })
    await post(overflow, { is_active: false, code: "OVER" })
    expect(namesOf(await booted.stock.listLocations({ code: "OVER" }))).toEqual(["Overflow Storage"])
    for (const query of [
      { code: "OVER" },
      { kind: "store" },
      { is_active: "false" },
      { location_id: overflow },
      { q: "flow st" },
      { q: "ov", kind: "store", is_active: "false" },
      { offset: "1" },
    ]) {
      const { locations, count } = (await ask(query)).data
      expect({ query, names: namesOf(locations) }).toEqual({ query, names: ["Overflow Storage"] })
      expect(count).toBe("offset" in query ? 2 : 1)
    }
    for (const query of [{ code: "over" }, { kind: "virtual" }, { q: "%" }, { q: "_", is_active: "true" }]) {
      expect((await ask(query)).data).toMatchObject({ locations: [], count: 0 })
    }
  })

  it("close a location for the listing too, and open it again", async () => {
    const book = await booted.shop.book({ channels: [channel], stock: { [main]: 50 } })
    const status = async () => {
      await booted.availability.drain()
      return (await booted.availability.getProductsAvailability([book.id]))[0]!.status
    }
    expect(await status()).toBe("in_stock")
    await post(main, { is_active: false })
    expect(await status()).not.toBe("in_stock")
    await post(main, { is_active: true })
    expect(await status()).toBe("in_stock")
  })

  it("have one code between them, however many ask for it at once", async () => {
    const attempts = await Promise.all([post(main, { code: "MAIN" }), post(overflow, { code: "MAIN" })])
    const codes = attempts.map(({ status, data }) => [status, data.code ?? data.location.code])
    expect(codes.sort()).toEqual([
      [200, "MAIN"],
      [409, "duplicate_location_code"],
    ])
    const refused = attempts.find(({ status }) => status === 409)!
    expect(refused.data.message).toBe('Another location has the code "MAIN" already. Use a code of its own.')
    expect((await ask({ code: "MAIN" })).data.count).toBe(1)
  })

  it("let others have the code of a location that Medusa has deleted", async () => {
    await post(main, { code: "MAIN", is_active: false })
    await remove(main)
    expect((await ask({ code: "MAIN" })).data).toMatchObject({ locations: [], count: 0 })
    expect((await look(main)).data.code).toBe("location_not_found")
    expect((await post(main, { code: "M" })).data.code).toBe("location_not_found")
    expect((await post(overflow, { code: "MAIN" })).data.location).toMatchObject({ code: "MAIN" })
    expect(await rows()).toMatchObject(
      [
        { location_id: main, code: null, is_active: false },
        { location_id: overflow, code: "MAIN" },
      ].sort((a, b) => (a.location_id < b.location_id ? -1 : 1))
    )
  })

  it("never let backups go in circles, also not by two at once", async () => {
    const third = await booted.shop.location(channel)
    await post(overflow, { backup_for: main })
    await post(third, { backup_for: overflow })
    for (const id of [overflow, third]) {
      expect((await post(main, { backup_for: id })).data).toMatchObject({ code: "invalid_backup" })
    }
    await post(overflow, { backup_for: null })
    const both = await Promise.all([post(main, { backup_for: third }), post(third, { backup_for: main })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it("are taken back as they were when a later step fails", async () => {
    await booted.stock.setLocation(overflow, { code: "OVER", priority: 5 })
    for (const [location_id, before] of [
      [main, DEFAULTS],
      [overflow, { ...DEFAULTS, code: "OVER", priority: 5 }],
    ] as const) {
      await expect(
        setThenFail(booted.container).run({
          input: { location_id, code: "NEW", kind: "virtual", is_active: false },
        })
      ).rejects.toMatchObject({ message: "failed on purpose" })
      expect(await booted.stock.retrieveLocation(location_id)).toMatchObject(before)
    }
  })

  it("that make no sense are refused with a named code, and nothing is changed", async () => {
    await post(main, { code: "MAIN" })
    const refusals: [id: string, body: unknown, status: number, code: string][] = [
      ...["", " ", " A", "x".repeat(101), 7, "a\0b", "\ud83d", {}].map(
        (code): [string, unknown, number, string] => [overflow, { code }, 400, "invalid_location"]
      ),
      [overflow, {}, 400, "invalid_location"],
      [overflow, { kind: "shed" }, 400, "invalid_location"],
      [overflow, { kind: null }, 400, "invalid_location"],
      [overflow, { is_active: "no" }, 400, "invalid_location"],
      [overflow, { is_active: null }, 400, "invalid_location"],
      [overflow, { priority: 0.5 }, 400, "invalid_location"],
      [overflow, { priority: 1e9 }, 400, "invalid_location"],
      [overflow, { priority: "1" }, 400, "invalid_location"],
      [overflow, { backup_for: 7 }, 400, "invalid_backup"],
      [overflow, { backup_for: "" }, 400, "invalid_backup"],
      [overflow, { backup_for: overflow }, 400, "invalid_backup"],
      [overflow, { backup_for: "sloc_none" }, 400, "invalid_backup"],
      [overflow, { code: "B", backup_for: "sloc_none" }, 400, "invalid_backup"],
      [overflow, { code: "MAIN", is_active: false }, 409, "duplicate_location_code"],
      [overflow, { name: "Storage" }, 400, "invalid_body"],
      [overflow, [], 400, "invalid_body"],
      ["sloc_none", { code: "B" }, 404, "location_not_found"],
      ["a%00b", { code: "B" }, 404, "location_not_found"],
    ]
    const before = await rows()
    for (const [id, body, status, code] of refusals) {
      const answer = await post(id, body)
      expect({ body, status: answer.status, code: answer.data.code }).toEqual({ body, status, code })
      expect(answer.data.message.length).toBeLessThan(400)
    }
    expect((await post(overflow, { code: "B" }, "?force=1")).data.code).toBe("unknown_parameter")
    expect(await rows()).toEqual(before)
    expect((await look("a%00b")).data.code).toBe("location_not_found")
    for (const [name, value, code] of [
      ["kind", "shed", "invalid_parameter"],
      ["is_active", "maybe", "invalid_parameter"],
      ["code", "", "invalid_parameter"],
      ["q", "a\0b", "invalid_parameter"],
      ["limit", "101", "invalid_limit"],
      ["offset", "-1", "invalid_offset"],
      ["sort", "name", "unknown_parameter"],
    ]) {
      const { status, data } = await ask({ [name!]: value })
      expect({ name, status, code: data.code }).toEqual({ name, status: 400, code })
    }
    await expect(booted.stock.listLocations({ kind: "shed" as never })).rejects.toMatchObject({
      code: "invalid_parameter",
    })
  })

  it("are refused to whoever is not logged in", async () => {
    const config = { headers: {}, validateStatus: null } as object
    expect((await booted.api.get(PATH, config)).status).toBe(401)
    expect((await booted.api.get(`${PATH}/${main}`, config)).status).toBe(401)
    expect((await booted.api.post(`${PATH}/${main}`, { code: "A" }, config)).status).toBe(401)
  })
})
