import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { ulid } from "ulid"
import { adminPolicies } from "../../src/api/admin/policies"
import { AVAILABILITY_MODULE } from "../../src/modules/availability"
import { INVENTORY_MANAGEMENT_MODULE } from "../../src/modules/inventory_management"
import { adminHeaders } from "../support/admin-headers"
import { adminRoutes } from "../support/admin-routes"
import { BOOKSTORE } from "../support/bookstore"
import { createDatabase, TEMPLATE } from "../support/databases"
import { Shop } from "../support/shop"

jest.setTimeout(240_000)

const RESOURCES = [
  ...["inventory_item", "inventory_level", "reservation_item", "stock_location", "product", "store"],
]
/** What a refused request might have written. */
const TABLES = [
  ...["inventory_item", "inventory_level", "reservation_item", "stock_movement", "inventory_hold"],
  ...["incoming_stock", "stock_transfer", "stock_count", "inventory_location", "inventory_settings"],
  ...["availability_override", "availability_policy", "item_cost"],
]

/** Whether a route only tells: a question that is too long for an address is asked by POST. */
const isRead = (method: string, matcher: string) =>
  method === "GET" || matcher === "/admin/inventory/levels/lookup"

const dbName = `truestock_test_${ulid().toLowerCase()}`
beforeAll(async () => {
  // The runner reads the shop's configuration before it knows core's flags: without this roles are no module there.
  FeatureFlag.setFlag("rbac", true)
  // With roles the shop has tables of its own, which the runner adds to the copy.
  await createDatabase(dbName, TEMPLATE)
})
medusaIntegrationTestRunner({
  cwd: BOOKSTORE,
  dbName,
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer }) => {
    type Headers = Record<string, string>
    let book: { id: string; inventory_item_id: string }
    let from: string
    let to: string
    let reader: Headers
    let clerk: Headers
    let stranger: Headers
    let routes: [method: string, matcher: string][]

    const connection = () => getContainer().resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)

    beforeAll(async () => {
      const container = getContainer()
      // What works by itself rests while the database is copied for the tests.
      await container.resolve<any>(AVAILABILITY_MODULE).__hooks.onApplicationPrepareShutdown()
      await container.resolve<any>(INVENTORY_MANAGEMENT_MODULE).__hooks.onApplicationPrepareShutdown()
      const shop = new Shop({ container, connection: connection() })
      const { channel, location } = await shop.open()
      from = location
      to = await shop.location(channel)
      book = await shop.book({ channels: [channel], stock: { [from]: 10 } })
      reader = await adminWho("read")
      clerk = await adminWho("read", "create", "update")
      stranger = (await adminHeaders(container, "nobody@example.com", ["role_none"])).headers
      routes = await adminRoutes()
    })

    /** Headers of an admin whose role allows these operations on everything that our routes are about. */
    async function adminWho(...operations: string[]): Promise<Headers> {
      const rbac: any = getContainer().resolve("rbac")
      const role = await rbac.createRbacRoles({ name: `may ${operations.join(", ")}` })
      const policies = await rbac.listRbacPolicies({ resource: RESOURCES, operation: operations })
      // These are core's own: each is there.
      expect(policies).toHaveLength(RESOURCES.length * operations.length)
      await rbac.createRbacRolePolicies(
        policies.map(({ id }: { id: string }) => ({ role_id: role.id, policy_id: id }))
      )
      return (await adminHeaders(getContainer(), `${role.id}@example.com`, [role.id])).headers
    }
    type Answer = { status: number; data: any; headers: Headers }
    const ask = (method: string, url: string, headers: Headers, data: unknown = {}): Promise<Answer> =>
      (api as any)
        .request({ method, url, headers, ...(method === "GET" ? {} : { data }) })
        .catch((error: { response: Answer }) => error.response)
    /** A route's address, of something that is not there: whoever may ask gets as far as being told so. */
    const addressOf = (matcher: string) => matcher.replace(/:\w+/g, "none")
    const statusOf = async (method: string, matcher: string, headers: Headers) =>
      (await ask(method, addressOf(matcher), headers)).status

    /** The routes that answer a kind of request otherwise than they should. */
    async function wrong(headers: Headers, isRight: (status: number, isRead: boolean) => boolean) {
      const found: [string, string, number][] = []
      for (const [method, matcher] of routes) {
        const status = await statusOf(method, matcher, headers)
        if (!isRight(status, isRead(method, matcher))) found.push([method, matcher, status])
      }
      return found
    }

    async function everythingWritten(): Promise<Record<string, string>> {
      const digests: Record<string, string> = {}
      for (const table of TABLES) {
        const sql =
          "select md5(coalesce(string_agg(each::text, ',' order by each::text), '')) as digest from ?? each"
        digests[table] = (await connection().raw(sql, [table])).rows[0].digest
      }
      return digests
    }

    /** A day's work: each request would change something if it were let through. */
    const work = (): [path: string, body: object][] => {
      const at = { inventory_item_id: book.inventory_item_id, location_id: from }
      const line = { inventory_item_id: book.inventory_item_id, quantity: 2 }
      return [
        ["inventory/adjust", { ...at, adjustment: 1 }],
        ["inventory/receive", { ...at, quantity: 3 }],
        ["inventory/transfers", { from_location_id: from, to_location_id: to, lines: [line] }],
        ["inventory/counts", { location_id: from }],
        ["inventory/incoming", { ...at, quantity: 4, expected_at: "2030-01-31T00:00:00Z" }],
        ["inventory/reservations", { ...at, quantity: 1 }],
        ["inventory", { sku: "NEW-1" }],
        ["inventory/levels", { ...at, location_id: to, stocked_quantity: 1 }],
        [`inventory/locations/${from}`, { code: "main" }],
        [`products/${book.id}/availability`, { status: "out_of_stock" }],
        [`products/${book.id}/availability/policy`, { low_stock_threshold: 3 }],
        ["truestock/guard-mode", { mode: "observe" }],
      ]
    }

    it("are declared for every method of every admin route, and for nothing else", async () => {
      const declared = adminPolicies.flatMap(({ methods, matcher, policies }) => {
        const operation = (policies as { operation: string }[])[0]?.operation
        return [[...(methods as string[]), matcher, operation === "read"]]
      })
      expect(routes.length).toBeGreaterThan(40)
      const expected = routes.map(([method, matcher]) => [method, matcher, isRead(method, matcher)])
      expect(declared.map(String).sort()).toEqual(expected.map(String).sort())
    })

    it("let nobody in who has not logged in", async () => {
      const before = await everythingWritten()
      expect(await wrong({}, (status) => status === 401)).toEqual([])
      for (const [path, body] of work()) {
        expect([path, (await ask("POST", `/admin/${path}`, {}, body)).status]).toEqual([path, 401])
      }
      expect(await everythingWritten()).toEqual(before)
    })

    it("let a role that allows nothing of it nowhere", async () => {
      expect(await wrong(stranger, (status) => status === 403)).toEqual([])
    })

    it("let a role that may only read read everything, reports and CSV too, and change nothing", async () => {
      const before = await everythingWritten()
      expect(await wrong(reader, (status, isRead) => (status === 403) === !isRead)).toEqual([])
      for (const [path, body] of work()) {
        const answer = await ask("POST", `/admin/${path}`, reader, body)
        expect([path, answer.status, answer.data.message]).toEqual([
          path,
          403,
          expect.stringContaining("Insufficient permissions"),
        ])
      }
      expect(await everythingWritten()).toEqual(before)
      for (const path of [
        ...["inventory", "inventory/reports?group_by=item", "inventory/reports/value", "truestock/health"],
        `products/${book.id}/availability`,
      ]) {
        expect([path, (await ask("GET", `/admin/${path}`, reader)).status]).toEqual([path, 200])
      }
      for (const path of ["inventory/movements", "inventory/reports/value", "availability"]) {
        const url = `/admin/${path}?format=csv`
        const { status, headers } = await ask("GET", url, reader)
        expect([path, status, headers["content-type"]]).toEqual([
          path,
          200,
          expect.stringContaining("text/csv"),
        ])
        expect((await ask("GET", url, stranger)).status).toBe(403)
      }
    })

    it("let a role that may write do a day's work", async () => {
      const before = await everythingWritten()
      for (const [path, body] of work()) {
        const { status, data } = await ask("POST", `/admin/${path}`, clerk, body)
        expect([path, status, data.message]).toEqual([path, expect.any(Number), undefined])
        expect([path, status < 300]).toEqual([path, true])
      }
      const after = await everythingWritten()
      const untouched = Object.keys(before).filter((table) => before[table] === after[table])
      expect(untouched).toEqual(["inventory_hold", "item_cost"])
    })
  },
})
