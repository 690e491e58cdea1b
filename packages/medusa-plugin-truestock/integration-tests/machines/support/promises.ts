import { LOCK_TIMEOUT, gaveUpWaiting, tallyOf, tallyOfCalls } from "./answers"
import { brokenBooks, deadlocks, levelOf } from "./books"
import { complete, readyCart } from "./checkout"
import type { Answer } from "./http"
import type { Machines } from "./machines"
import { type Item, productOf, secondLocation, stockedItem } from "./stock"

const CLIENTS = 64
const BUYERS = 12

/** What core prints with or without us: at every start, and when it creates its first product. */
const SAID_BY_CORE = [
  "Local Event Bus installed. This is not recommended for production.",
  ...["connect.session() MemoryStore is not", "designed for a production environment, as it will leak"],
  "memory, and will not scale past a single process.",
  "DeprecationWarning: Calling client.query() when the client is already executing a query is deprecated",
  "(Use `node --trace-deprecation",
]

/** What holds for two servers of one shop, whatever they lock with and however they reach the database. */
export function keepsItsPromises(machines: Machines, { checkouts = false } = {}): void {
  /** Requests that core gave up on because of its own lock. */
  let waitedInVain = 0
  const heard = (answer: Answer) => {
    if (gaveUpWaiting(answer)) waitedInVain++
    return answer
  }

  it(`promises 50 units to ${CLIENTS} clients of both servers exactly once`, async () => {
    const item = await stockedItem(machines, 50)
    const body = { inventory_item_id: item.id, location_id: item.location, quantity: 1 }
    const reserve = async (client: number) =>
      heard(await machines.admins[client % 2]!.ask("/admin/reservations", body))

    const storm = tallyOf(await Promise.all(Array.from({ length: CLIENTS }, (_, i) => reserve(i))))
    report(machines, `reservations of one unit by ${CLIENTS} clients`, storm)
    expect(storm.unexpected).toEqual([])
    expect(await levelOf(machines.connection, item)).toEqual({ stocked: 50, reserved: storm.granted })

    // What core's lock kept from its buyers is still there for the next ones.
    let granted = storm.granted
    for (let client = 0; (await reserve(client)).status === 200; client++) granted++
    expect(granted).toBe(50)
    expect(await levelOf(machines.connection, item)).toEqual({ stocked: 50, reserved: 50 })
  })

  it("loses none of 600 decrements, with callers that lock in one server and callers that do not in the other", async () => {
    const item = await stockedItem(machines, 10_000)
    const caller = async (server: number, times: number) => {
      const calls = []
      for (let i = 0; i < times; i++) {
        const args = [item.id, item.location, -1]
        calls.push(
          await machines.servers[server]!.inside(
            "adjustInventory",
            args,
            server === 0 ? [item.id] : undefined
          )
        )
      }
      return calls
    }
    const calls = await Promise.all(
      [0, 1].flatMap((server) => Array.from({ length: 4 }, () => caller(server, 75)))
    )

    const tally = tallyOfCalls(calls.flat())
    report(machines, "decrements", tally)
    expect(tally.unexpected).toEqual([])
    expect(tally.granted + tally.waited_in_vain).toBe(600)
    expect((await levelOf(machines.connection, item)).stocked).toBe(10_000 - tally.granted)
  })

  it("lets lines, kits, moves and shrinking of crossing orders pass each other in both servers", async () => {
    const a = await stockedItem(machines, 60)
    const b = await stockedItem(machines, 60)
    const elsewhere = await secondLocation(machines, a, 20)
    const calls = await Promise.all(
      [0, 1].flatMap((server) => [1, 2, 3].map(() => customer(machines, server, a, b, elsewhere)))
    )

    const tally = tallyOfCalls(calls.flat())
    report(machines, "crossing orders", tally)
    expect(tally.unexpected).toEqual([])
    expect(tally.waited_in_vain).toBe(0)
    expect(tally.refused).toBeGreaterThan(0)
    for (const level of [a, b, { id: a.id, location: elsewhere }]) {
      const { stocked, reserved } = await levelOf(machines.connection, level)
      expect(reserved).toBeLessThanOrEqual(stocked)
    }
    expect(await brokenBooks(machines.connection)).toEqual([])
  })

  if (checkouts) {
    it(`sells 5 units to ${BUYERS} buyers of single books, crossing carts and a kit exactly once`, async () => {
      const scarce = await stockedItem(machines, 5)
      const plenty = await stockedItem(machines, 100)
      const [single, other, kit] = await productOf(
        machines,
        [[scarce, 1]],
        [[plenty, 1]],
        [
          [plenty, 2],
          [scarce, 1],
        ]
      )
      const wishes = [[single!], [single!, other!], [other!, single!], [kit!]]
      const carts = await Promise.all(
        Array.from({ length: BUYERS }, (_, i) =>
          readyCart(machines, i % 2, wishes[(i >> 1) % wishes.length]!)
        )
      )
      const buy = async (i: number) => heard(await complete(machines, i % 2, carts[i]!))

      const answers = await Promise.all(carts.map((_, i) => buy(i)))
      const storm = tallyOf(answers)
      report(machines, `checkouts of ${BUYERS} buyers`, storm)
      expect(storm.unexpected).toEqual([])
      expect(await levelOf(machines.connection, scarce)).toEqual({ stocked: 5, reserved: storm.granted })

      let sold = storm.granted
      for (const [i, answer] of answers.entries()) {
        if (gaveUpWaiting(answer) && (await buy(i)).status === 200) sold++
      }
      expect(sold).toBe(5)
      expect(await levelOf(machines.connection, scarce)).toEqual({ stocked: 5, reserved: 5 })
    })
  }

  it("leaves true books, no deadlock and nothing alarming in the log, and stops when it is told to", async () => {
    expect(await machines.stopServers()).toEqual([0, 0])
    expect(await brokenBooks(machines.connection)).toEqual([])
    expect(await deadlocks(machines.connection)).toBe(0)

    const lines = machines.servers.flatMap((server) => server.log)
    const alarming = lines.filter(
      (line) => !/^\{.*"level":"info"/.test(line) && !SAID_BY_CORE.some((said) => line.includes(said))
    )
    expect(alarming.filter((line) => !line.includes(LOCK_TIMEOUT))).toEqual([])
    expect(lines.filter((line) => line.includes(LOCK_TIMEOUT))).toHaveLength(waitedInVain)
  })
}

const ROUNDS = 8

/** Orders (a, b) and (b, a), two lines of one item and a kit, then moves some, shrinks some and cancels some. */
async function customer(machines: Machines, server: number, a: Item, b: Item, elsewhere: string) {
  const inside = (method: string, ...args: unknown[]) => machines.servers[server]!.inside(method, args)
  const line = ({ id, location }: Item, quantity = 1) => ({
    inventory_item_id: id,
    location_id: location,
    quantity,
  })
  const orders = [
    [line(a), line(b)],
    [line(b), line(a)],
    [line(a), line(a, 2)],
    [line(b, 2), line(a)],
  ]
  const calls = []
  for (let round = 0; round < ROUNDS; round++) {
    const kept: { id: string; inventory_item_id: string }[] = []
    for (const order of orders) {
      const call = await inside("createReservationItems", order)
      calls.push(call)
      kept.push(...(call.result ?? []))
    }
    const [first, second, ...rest] = kept.filter(({ inventory_item_id }) => inventory_item_id === a.id)
    if (first) calls.push(await inside("updateReservationItems", { id: first.id, location_id: elsewhere }))
    if (second) calls.push(await inside("updateReservationItems", { id: second.id, quantity: 0.5 }))
    if (rest.length > 0)
      calls.push(
        await inside(
          "deleteReservationItems",
          rest.map(({ id }) => id)
        )
      )
  }
  return calls
}

/** One line per storm: how often core's own locks turned buyers away is worth knowing. */
function report(
  { configuration }: Machines,
  what: string,
  { granted, refused, waited_in_vain }: ReturnType<typeof tallyOf>
) {
  process.stdout.write(
    `  ${configuration.name}, ${what}: ${granted} granted, ${refused} refused, ${waited_in_vain} waited for core's lock in vain\n`
  )
}
