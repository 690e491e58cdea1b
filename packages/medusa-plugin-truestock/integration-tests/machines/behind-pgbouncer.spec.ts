import { eventually } from "../support/eventually"
import { brokenBooks } from "./support/books"
import { connectTo, urlOf } from "../support/databases"
import { runOnTwoMachines } from "./support/machines"
import { keepsItsPromises } from "./support/promises"
import { productOf, stockedItem } from "./support/stock"
import { detachTriggers, ourTriggers } from "./support/triggers"

const { PGBOUNCER_PORT } = process.env
/** As many as PgBouncer has connections for one database: together they hold every one. */
const SESSIONS = 20

let before: string[]

runOnTwoMachines(
  {
    name: "Two servers behind PgBouncer in transaction mode",
    port: PGBOUNCER_PORT,
    isAvailable: !!PGBOUNCER_PORT,
    prepare: async (connection) => {
      before = await ourTriggers(connection)
      await detachTriggers(connection)
      expect(await ourTriggers(connection)).toEqual([])
    },
  },
  (machines) => {
    it("attach every trigger at their start, both at once", async () => {
      expect(before.length).toBeGreaterThan(0)
      expect(await ourTriggers(machines.connection)).toEqual(before)
    })

    it("show a change made at one server in the listing of the other", async () => {
      const item = await stockedItem(machines, 3)
      const [variant] = await productOf(machines, [[item, 1]])
      const listed = async (status: string) => {
        const { products } = await machines.buyers[1]!.get(
          `/store/products/available?status=${status}&order=-created_at&limit=5&region_id=${machines.region}`
        )
        return products.some((product: any) => product.variants.some(({ id }: any) => id === variant))
      }
      await eventually(async () => expect(await listed("low_stock")).toBe(true))
      await machines.admins[0]!.post(`/admin/inventory-items/${item.id}/location-levels/${item.location}`, {
        stocked_quantity: 0,
      })
      await eventually(async () => expect(await listed("out_of_stock")).toBe(true))
      expect(await listed("low_stock")).toBe(false)
    })

    it("put no word of who wrote before under the next client's movement", async () => {
      const items = await Promise.all(Array.from({ length: SESSIONS }, () => stockedItem(machines, 10)))
      await Promise.all(
        items.map(({ id, location }, i) =>
          machines.admins[i % 2]!.post("/admin/reservations", {
            ...{ inventory_item_id: id, location_id: location, quantity: 1 },
          })
        )
      )
      const pooled = connectTo(urlOf(machines.database, PGBOUNCER_PORT), SESSIONS)
      try {
        const sessions = await Promise.all(items.map(() => pooled.transaction()))
        await Promise.all(
          sessions.map((tx, i) =>
            tx("inventory_level")
              .where({ inventory_item_id: items[i]!.id })
              .update({ stocked_quantity: 7, raw_stocked_quantity: { value: "7", precision: 20 } })
          )
        )
        await Promise.all(sessions.map((tx) => tx.commit()))
      } finally {
        await pooled.destroy()
      }

      const movements = await machines
        .connection("stock_movement")
        .whereIn(
          "inventory_item_id",
          items.map(({ id }) => id)
        )
        .orderBy("id")
      const byThem = movements.filter(({ kind }) => kind === "reserve")
      const byRawSql = movements.filter(({ stocked_delta }) => Number(stocked_delta) === -3)
      expect(byThem).toHaveLength(SESSIONS)
      for (const movement of byThem) {
        expect(movement.correlation_id).toEqual(expect.any(String))
      }
      expect(byRawSql).toHaveLength(SESSIONS)
      for (const movement of byRawSql) {
        expect(movement).toMatchObject({
          kind: "set",
          actor_type: null,
          actor_id: null,
          correlation_id: null,
        })
      }
      expect(await brokenBooks(machines.connection)).toEqual([])
    })

    keepsItsPromises(machines, { checkouts: true })
  }
)
