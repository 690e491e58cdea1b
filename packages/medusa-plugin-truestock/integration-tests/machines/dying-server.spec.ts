import { setTimeout as pause } from "node:timers/promises"
import { untilWaiting } from "../support/until-waiting"
import { brokenBooks, levelOf } from "./support/books"
import { chooseShipping, complete, holdCart, newCart, openPayment, readyCart } from "./support/checkout"
import { runOnTwoMachines } from "./support/machines"
import { type Item, productOf, stockedItem } from "./support/stock"

const DOOR = 4711
/** What core does at the same time as what is stopped has been done by then. */
const MEANWHILE_MS = 500

runOnTwoMachines({ name: "Two servers of which one dies" }, (machines) => {
  const lastCopy = async (): Promise<{ item: Item; variant: string }> => {
    const item = await stockedItem(machines, 1)
    const [variant] = await productOf(machines, [[item, 1]])
    return { item, variant: variant! }
  }
  const cannotHold = async (server: number, rival: string) =>
    expect(await holdCart(machines, server, rival)).toMatchObject({
      status: 409,
      body: { code: "insufficient_inventory", requested: 1, available: 0 },
    })
  const ordersOf = async (item: Item) => {
    const { rows } = await machines.connection.raw(
      `select count(distinct o.order_id)::int as orders
       from order_line_item l join order_item o on o.item_id = l.id
       join product_variant_inventory_item i on i.variant_id = l.variant_id where i.inventory_item_id = ?`,
      [item.id]
    )
    return rows[0].orders as number
  }

  it("sell the last copy to the cart that held it, though a server dies after each of its steps", async () => {
    const { item, variant } = await lastCopy()
    const [mine, rival] = [await newCart(machines, 0, [variant]), await newCart(machines, 1, [variant])]
    for (const [n, step] of [holdCart, chooseShipping, openPayment, complete].entries()) {
      const [dying, living] = n % 2 === 0 ? [0, 1] : [1, 0]
      await step(machines, dying, mine)
      const isBack = machines.replace(dying)
      await cannotHold(living, rival)
      // The answer may have been lost with the server, so the storefront asks again.
      await step(machines, living, mine)
      await isBack
    }
    expect(await levelOf(machines.connection, item)).toEqual({ stocked: 1, reserved: 1 })
    expect(await ordersOf(item)).toBe(1)
    await cannotHold(0, rival)
    expect(await brokenBooks(machines.connection)).toEqual([])
  })

  describe.each([
    ["the order", '"order"', { status: 200, reserved: 1 }],
    ["whose order it is", "order_cart", { status: 400, reserved: 1 }],
    ["the reservation", "reservation_item", { status: 200, reserved: 0 }],
    ["the payment", "payment", { status: 200, reserved: 1 }],
  ])("of which one dies before %s is written", (_, table, { status, reserved }) => {
    it("keep the unit from everybody else, and sell it once at most", async () => {
      const { item, variant } = await lastCopy()
      const [mine, rival] = [await readyCart(machines, 0, [variant]), await newCart(machines, 1, [variant])]
      await holdCart(machines, 0, mine)

      await dyingAt(table, () => complete(machines, 0, mine))
      await cannotHold(1, rival)

      const again = await complete(machines, 1, mine)
      expect(again).toMatchObject(status === 200 ? { status } : { status, body: { code: "not_purchasable" } })
      expect(await levelOf(machines.connection, item)).toEqual({ stocked: 1, reserved })
      await cannotHold(1, rival)
      expect(await ordersOf(item)).toBe(1)
      if (reserved === 0) await reservedLater(item)
      expect(await brokenBooks(machines.connection)).toEqual([])
    })
  })

  /** What core never reserved: the plugin does, once no server can be about to. */
  async function reservedLater(item: Item): Promise<void> {
    const { connection } = machines
    await connection.raw(`update "order" set created_at = created_at - interval '2 minutes'`)
    for (const until = Date.now() + 20_000; ; await pause(200)) {
      const { reserved } = await levelOf(connection, item)
      if (reserved === 1 || Date.now() > until) return expect(reserved).toBe(1)
    }
  }

  /** Kills the first server while it is about to write to the table, and puts another one in its place. */
  async function dyingAt(table: string, ask: () => Promise<unknown>): Promise<void> {
    const { connection } = machines
    await connection.raw(
      `create or replace function stop_at_door() returns trigger language plpgsql as
         'begin perform pg_advisory_xact_lock(${DOOR}); return new; end'`
    )
    await connection.raw(
      `create trigger stop_at_door before insert on ${table} for each row execute function stop_at_door()`
    )
    const door = await connection.transaction()
    await door.raw(`select pg_advisory_xact_lock(${DOOR})`)
    const asked = ask().catch(() => "died")
    await untilWaiting(connection)
    await pause(MEANWHILE_MS)
    const isBack = machines.replace(0)
    expect(await asked).toBe("died")
    await connection.raw(
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'advisory'"
    )
    await door.rollback()
    await connection.raw(`drop trigger stop_at_door on ${table}`)
    await isBack
  }
})
