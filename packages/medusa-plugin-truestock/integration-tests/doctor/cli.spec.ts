import { readFileSync } from "node:fs"
import { BOOKSTORE } from "../support/bookstore"
import { command } from "../support/command"
import { runProgram as run, TRUESTOCK as BIN } from "../support/run-program"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { levelOf, rest, unseen } from "./examine"

const COMMANDS = [
  ...["doctor", "check-inventory", "recalculate-inventory", "open-ledger", "guard-mode"],
  "clear-reservations",
  ...["initialize-availability", "rebuild-availability"],
  ...["setup-inventory", "migrate-simple-stock", "set-costs"],
  ...["setup-distributor", "discover", "enrich", "import", "sync-stock"],
]

/** What runs in a process of its own boots the shop anew. */
const TIMEOUT_MS = 600_000

runWithShop((booted) => {
  let location: string
  let book: Book

  beforeAll(async () => {
    const { channel, location: here } = await booted.shop.open()
    location = here
    book = await booted.shop.book({ channels: [channel], stock: { [location]: 10 } })
    await booted.availability.drain()
  })

  const database = () => ({ DATABASE_URL: booted.connection.client.connectionSettings.connectionString })
  const spawned = (...args: string[]) => run(BIN, args, { env: database() })
  const truestock = (...args: string[]) => command(booted, ...args)

  describe("without a shop to look at", () => {
    it("tells what each command does, with an example", async () => {
      for (const name of COMMANDS) {
        const { code, out } = await spawned(name, "--help")
        expect([name, code]).toEqual([name, 0])
        expect(out).toContain(`Example: truestock ${name}`)
      }
    })

    it("is there as a script of the shop's own, command by command", () => {
      for (const name of COMMANDS) {
        const script = readFileSync(`${BOOKSTORE}/src/scripts/${name}.ts`, "utf8")
        expect(script).toContain(`export { default } from "medusa-plugin-truestock/scripts/${name}"`)
      }
    })

    it("ends with 2 when it does not understand, and says what", async () => {
      for (const [args, why] of [
        [["cure"], "unknown command"],
        [["doctor", "--deeper"], "unknown option"],
        [["migrate-simple-stock"], "required option '--from <source>'"],
        [["set-costs"], "required option '--csv <file>'"],
        [["discover"], "missing required argument 'source'"],
        [["discover", "ingram", "--search", "new", "--isbn", "1"], "cannot be used with option"],
        [["guard-mode", "strict"], "Allowed choices are enforce, observe, off"],
        [["--shop", "/", "doctor"], "There is no Medusa in /"],
      ] as const) {
        const { code, out, err } = await spawned(...args)
        expect([args, code, out]).toEqual([args, 2, ""])
        expect(err).toContain(why)
      }
    })

    it("ends with 2 when the shop cannot start", async () => {
      const env = { DATABASE_URL: `${database().DATABASE_URL}_gone` }
      const { code, out, err } = await run(BIN, ["doctor", "--json"], { env })
      expect([code, out]).toEqual([2, ""])
      expect(err).toContain("_gone")
    })
  })

  it(
    "finds a sound shop sound, in every command",
    async () => {
      const doctor = await spawned("doctor", "--json")
      expect(doctor.code).toBe(0)
      expect(JSON.parse(doctor.out)).toMatchObject({ status: "ok", guard_mode: "enforce" })

      const deep = await truestock("doctor", "--deep")
      expect(deep.code).toBe(0)
      expect(deep.out).toMatch(/^ok {7}guard_triggers +The guard triggers/)
      expect(deep.out).toContain("ok: guard mode enforce")

      const check = await truestock("check-inventory")
      expect(check.code).toBe(0)
      expect(check.out.match(/\(I\d+\)/g)).toEqual([
        "(I11)",
        "(I1)",
        "(I2)",
        "(I3)",
        "(I4)",
        "(I5)",
        "(I10)",
        "(I8)",
        "(I9)",
      ])

      expect(await truestock("recalculate-inventory", "--apply")).toMatchObject({
        code: 0,
        out: "Nothing to repair.\n",
      })
    },
    TIMEOUT_MS
  )

  it(
    "finds what is wrong without mending it, plans repairs, makes them, and is content",
    async () => {
      await rest(booted)
      const { id } = await levelOf(booted.connection, book.inventory_item_id)
      await unseen(booted.connection, async (tx) => {
        await tx("inventory_level").where({ id }).update({ stocked_quantity: 7 })
      })
      await booted.connection.raw("drop trigger truestock_guard_insert on reservation_item")

      const doctor = await truestock("doctor", "--json")
      expect(doctor.code).toBe(1)
      expect(JSON.parse(doctor.out).checks[0]).toMatchObject({ name: "guard_triggers", status: "error" })

      const check = await truestock("check-inventory", "--json")
      expect(check.code).toBe(1)
      const balance = JSON.parse(check.out).checks.find((each: any) => each.name === "ledger_balance")
      expect(balance).toMatchObject({ count: 1, examples: [expect.stringContaining(`level ${id} `)] })

      // In a process of its own: what only looks attaches nothing at its start, and what mends does.
      const plan = await spawned("recalculate-inventory", "--json")
      expect(plan.code).toBe(1)
      const lines = plan.out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
      expect(lines).toEqual([
        expect.objectContaining({ kind: "raw_quantities", level_id: id, outcome: "planned" }),
        expect.objectContaining({
          ...{ kind: "books", level_id: id, outcome: "planned" },
          description: expect.stringContaining("the books are -3 off"),
        }),
        { summary: { planned: 2, mended: 0, skipped: 0, failed: 0, left_out: 0 } },
      ])
      const trigger = "select from pg_trigger where tgname = 'truestock_guard_insert'"
      expect((await booted.connection.raw(trigger)).rows).toHaveLength(0)

      const mended = await spawned("recalculate-inventory", "--apply")
      expect(mended.code).toBe(0)
      expect(mended.out).toContain("2 mended, 0 skipped")
      expect((await booted.connection.raw(trigger)).rows).toHaveLength(1)
      await booted.availability.drain()
      expect(await truestock("doctor", "--deep", "--json")).toMatchObject({ code: 0 })
    },
    TIMEOUT_MS
  )

  it(
    "opens the books that are not open, and says before how many",
    async () => {
      await booted.connection("level_guard").delete()
      expect(await truestock("open-ledger", "--dry-run")).toMatchObject({
        code: 0,
        out: "The books of 1 levels would be opened.\n",
      })
      expect(await booted.connection("level_guard")).toHaveLength(0)
      expect(await truestock("open-ledger")).toMatchObject({
        code: 0,
        out: "The books of 1 levels were opened.\n",
      })
      expect(await booted.connection("level_guard")).toHaveLength(1)
    },
    TIMEOUT_MS
  )

  it(
    "initialises what is not decided yet, and says what differs before it mends it",
    async () => {
      await rest(booted)
      await booted.connection.raw("truncate availability, availability_channel, listing_entry, listing_count")
      expect(await truestock("initialize-availability")).toMatchObject({
        code: 0,
        out: "1 products decided, 0 were already, 0 failed.\n",
      })

      await booted.connection("availability_channel").update({ status: "preorder" })
      const compared = await truestock("rebuild-availability")
      expect(compared).toMatchObject({
        code: 1,
        out: expect.stringContaining(`differs   ${book.id}: availability is not what the rules say`),
      })
      expect((await truestock("rebuild-availability", "--apply")).code).toBe(0)
      expect(await truestock("rebuild-availability")).toMatchObject({
        code: 0,
        out: "Nothing differs: 1 products compared.\n",
      })
    },
    TIMEOUT_MS
  )

  it(
    "says the guard's mode, and changes it",
    async () => {
      expect(await truestock("guard-mode")).toMatchObject({ code: 0, out: "enforce\n" })
      expect(await truestock("guard-mode", "observe")).toMatchObject({ code: 0, out: "observe\n" })
      expect(await booted.stock.retrieveGuardMode()).toBe("observe")
    },
    TIMEOUT_MS
  )

  it(
    "runs from the shop's own scripts, too",
    async () => {
      const medusa = require.resolve("@medusajs/cli/cli.js", { paths: [BOOKSTORE] })
      await unseen(booted.connection, (tx) => tx("inventory_level").update({ stocked_quantity: 7 }))
      const doctor = await run(medusa, ["exec", "./src/scripts/doctor.ts", "deep"], { env: database() })
      expect(doctor.code).toBe(1)
      expect(doctor.out).toContain("error: guard mode enforce")
    },
    TIMEOUT_MS
  )
})
