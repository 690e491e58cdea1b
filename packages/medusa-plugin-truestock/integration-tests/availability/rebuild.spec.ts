import { spawn } from "node:child_process"
import path from "node:path"
import type { RebuildStep } from "../../src/modules/availability"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { untilWaiting } from "../support/until-waiting"

const BOOKSTORE = path.resolve(__dirname, "../../../../apps/bookstore")
const SCRIPT = path.resolve(__dirname, "../../.medusa/server/src/scripts/initialize-availability.js")

runWithShop((booted) => {
  let channel: string
  let category: string
  let books: Book[]

  /** Nobody mends behind the test's back. */
  const rest = () => booted.availability.__hooks.onApplicationPrepareShutdown()

  beforeAll(async () => {
    const { shop, availability } = booted
    const opened = await shop.open()
    channel = opened.channel
    category = await shop.category("Novels")
    books = []
    for (const units of [0, 3, 50]) {
      const stock = { [opened.location]: units }
      books.push(await shop.book({ channels: [channel], category_ids: [category], stock, price: 10 + units }))
    }
    await availability.drain()
  })
  beforeEach(rest)

  const run = (sql: string, ...ids: string[]) => booted.connection.raw(sql, ids)
  const one = async (sql: string, ...ids: string[]) => (await run(sql, ...ids)).rows[0]

  /** A digest per table of what is derived, but for ids and times of writing. */
  async function everything(): Promise<Record<string, string>> {
    const digest = (table: string, rows = table) => `(select md5(string_agg(t, chr(10) order by t)) from
      (select (to_jsonb(r) - array['id', 'updated_at', 'created_at', 'due_at', 'deleted_at'])::text as t from ${rows} r) n) as ${table}`
    const tables = ["availability", "availability_channel", "availability_variant", "availability_location"]
    const counts = digest("listing_count", "(select * from listing_count where count <> 0)")
    const listing = ["listing_entry", "listing_price"]
    return one(`select ${[...tables, ...listing].map((table) => digest(table)).join(", ")}, ${counts}`)
  }

  async function rebuild(apply: boolean): Promise<Record<RebuildStep["part"], string[]>> {
    const found: Record<RebuildStep["part"], string[]> = { read_model: [], listing: [], counts: [] }
    for await (const step of booted.availability.rebuild({ apply })) {
      expect(step.failed).toEqual([])
      found[step.part].push(...step.differing)
    }
    return found
  }

  const deepChecks = async () =>
    Object.fromEntries(
      (await booted.availability.diagnose({ deep: true, examples: 5 })).map((check) => [check.name, check])
    )

  describe("Rebuilding", () => {
    it("finds nothing in a shop whose read model is true, and leaves every row as it is", async () => {
      const before = await one(
        "select string_agg(xmin::text, ',' order by id) as x from availability_channel"
      )

      expect(await rebuild(true)).toEqual({ read_model: [], listing: [], counts: [] })

      expect(
        await one("select string_agg(xmin::text, ',' order by id) as x from availability_channel")
      ).toEqual(before)
      const { read_model, listing_counts } = await deepChecks()
      expect([read_model!.status, listing_counts!.status]).toEqual(["ok", "ok"])
    })

    const WRONGS: [what: string, part: RebuildStep["part"], sql: string, of: "product" | "count"][] = [
      ["a status in a channel", "read_model", "update availability_channel set status = 'preorder' where product_id = ?", "product"],
      ["a card's title", "read_model", "update availability_channel set title = 'Wrong' where product_id = ?", "product"],
      ["a missing channel row", "read_model", "delete from availability_channel where product_id = ?", "product"],
      ["a variant's quantity", "read_model", "update availability_variant set quantity = 99 where product_id = ?", "product"],
      ["a location's row", "read_model", "delete from availability_location where product_id = ?", "product"],
      ["an expected date", "read_model", "update availability_channel set eta = now() + interval '3 days' where product_id = ?", "product"],
      ["a summary", "read_model", "update availability set purchasable = not purchasable where product_id = ?", "product"],
      ["an entry's status", "listing", "update listing_entry set status_rank = 6 where product_id = ?", "product"],
      ["a missing entry", "listing", "delete from listing_entry where product_id = ?", "product"],
      ["a price row", "listing", "update listing_price set amount = 1 where product_id = ?", "product"],
      ["a missing price row", "listing", "delete from listing_price where product_id = ?", "product"],
      ["a count", "counts", "update listing_count set count = count + 5 where exists (select from listing_entry e where e.scope_id = listing_count.scope_id and e.product_id = ?)", "count"],
      ["a missing count", "counts", "delete from listing_count where exists (select from listing_entry e where e.scope_id = listing_count.scope_id and e.product_id = ?)", "count"],
    ] // prettier-ignore

    it.each(["read_model", "listing", "counts"] as const)(
      "finds what is wrong in %s, says so without changing it, and mends it when told to",
      async (examined) => {
        const [, book] = books
        const right = await everything()
        for (const [what, part, sql, of] of WRONGS.filter((wrong) => wrong[1] === examined)) {
          await run(sql, book!.id)
          const wrong = await everything()
          expect([what, wrong]).not.toEqual([what, right])

          const compared = await rebuild(false)

          expect([what, compared[part].length]).not.toEqual([what, 0])
          if (of === "product") expect([what, compared[part]]).toEqual([what, [book!.id]])
          expect([what, await everything()]).toEqual([what, wrong])
          const checks = await deepChecks()
          const check = checks[part === "read_model" ? "read_model" : "listing_counts"]!
          expect([what, check.status]).toEqual([what, "error"])
          expect(check.summary).toContain("rebuild-availability")

          expect([what, (await rebuild(true))[part]]).toEqual([what, compared[part]])
          expect([what, await everything()]).toEqual([what, right])
          expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
        }
      }
    )

    it("takes an entry out that stands where the product is not listed, and counts without it", async () => {
      const [book] = books
      await run(
        `insert into listing_scope (sales_channel_id, category_id) values ('${channel}', 'pcat_elsewhere')`
      )
      await run(
        `insert into listing_entry
           (is_whole, scope_id, product_id, status_rank, purchasable, title, created_at, updated_at)
         select false, s.id, ?, 0, true, 'x', now(), now() from listing_scope s where s.category_id = 'pcat_elsewhere'`,
        book!.id
      )

      expect((await rebuild(false)).listing).toEqual([book!.id])
      await rebuild(true)

      expect(await one("select count(*)::int as n from listing_entry where title = 'x'")).toEqual({ n: 0 })
      expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
    })

    it("takes out an entry of a scope that does not exist, and comes to an end", async () => {
      await run("insert into listing_count values (99999, 0, true, 1)")
      await run(
        "insert into listing_entry select false, 99999, product_id, status_rank, purchasable, title, created_at, updated_at from listing_entry where product_id = ? limit 1",
        books[0]!.id
      )

      expect((await rebuild(true)).listing).toEqual([books[0]!.id])
      expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
    })

    it("lists what an earlier version of the plugin has left in the read model, once it is looked at", async () => {
      await run("truncate listing_entry, listing_price, listing_count")
      await run("update availability_channel set sort_title = null, search = '', codes = '{}'")
      await booted.availability.enqueue()
      await booted.availability.drain()
      expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
      expect(await one("select count(*)::int > 0 as is_listed from listing_entry")).toEqual({
        is_listed: true,
      })
    })

    it("does not call a product wrong whose change is on its way, but every other one", async () => {
      const { id: late } = books[2]!
      await run("update product set subtitle = 'Late' where id = ?", late)
      await run("update availability_channel set title = 'Wrong' where product_id = ?", books[1]!.id)
      await run("update availability_channel set title = 'Wrong' where product_id = ?", late)

      expect((await rebuild(false)).read_model).toEqual([books[1]!.id])

      await booted.availability.drain()
      expect((await rebuild(false)).read_model).toEqual([books[1]!.id])
    })

    it("calls nothing wrong while anything may be on its way", async () => {
      await run("update availability_channel set title = 'Wrong' where product_id = ?", books[1]!.id)
      await booted.availability.enqueue()
      await rest()

      expect((await rebuild(false)).read_model).toEqual([])
    })
  })

  describe("Initialising", () => {
    const undecided = () => booted.availability.countProducts("undecided")

    beforeEach(async () => {
      await run("truncate availability, availability_channel, availability_variant, availability_location")
      await run("truncate listing_entry, listing_price, listing_count, availability_change")
    })

    it("decides every product of a catalogue from before, lists and counts it", async () => {
      expect(await undecided()).toBe(books.length)

      const batches = []
      for await (const batch of booted.availability.initialize()) batches.push(batch)

      expect(batches).toEqual([{ done: books.length, failed: [] }])
      expect(await undecided()).toBe(0)
      const page = await booted.availability.listAvailable({
        sales_channel_ids: [channel],
        statuses: null,
        order: { by: "title", descending: false },
        limit: 10,
        offset: 0,
      })
      expect(page.count).toBe(books.length)
      expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
    })

    it("says which product cannot be decided and why, and decides all others", async () => {
      const [, bad] = books
      await run(`create function refuse_one() returns trigger language plpgsql as $$
        begin if new.product_id = '${bad!.id}' then raise 'this row is cursed'; end if; return new; end $$`)
      await run(
        "create trigger refuse_one before insert on availability_channel for each row execute function refuse_one()"
      )

      const batches = []
      for await (const batch of booted.availability.initialize()) batches.push(batch)

      expect(batches).toEqual([
        {
          done: books.length - 1,
          failed: [{ product_id: bad!.id, error: expect.stringContaining("this row is cursed") }],
        },
      ])
      expect(await undecided()).toBe(1)
    })

    it("killed in its midst it has lost nothing, and the next run goes on with the rest", async () => {
      const { connection } = booted
      // 700 more, so that there are two batches; the last one is locked, so that the second cannot end.
      await run(`insert into product (id, title, handle, status)
        select 'prod_zz' || lpad(i::text, 4, '0'), 'Bulk ' || i, 'bulk-' || i, 'published' from generate_series(1, 700) i`)
      await run("truncate availability_change")
      const before = await undecided()
      const locking = await connection.transaction()
      await locking.raw(`insert into availability (id, product_id, status, reason)
        values ('avail_locked', 'prod_zz0700', 'incoming', 'not_yet_decided')`)

      const child = initializeInProcess()
      await untilWaiting(connection)
      child.kill("SIGKILL")
      await new Promise((resolve) => child.once("close", resolve))
      await locking.rollback()

      const left = await undecided()
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThan(before)
      const again = await ended(initializeInProcess())

      expect(again).toEqual({
        code: 0,
        said: { products: before, already_decided: before - left, decided: left, failed: 0, failures: [] },
      })
      expect(await undecided()).toBe(0)
      expect(await rebuild(false)).toEqual({ read_model: [], listing: [], counts: [] })
    })

    /** The script as the bookstore's wrapper and the command run it. */
    function initializeInProcess() {
      const { connectionString } = booted.connection.client.connectionSettings
      return spawn(
        process.execPath,
        [require.resolve("@medusajs/cli/cli.js", { paths: [BOOKSTORE] }), "exec", SCRIPT, "json"],
        {
          cwd: BOOKSTORE,
          env: { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "error", DATABASE_URL: connectionString },
          stdio: ["ignore", "pipe", "inherit"],
        }
      )
    }

    async function ended(child: ReturnType<typeof initializeInProcess>) {
      let out = ""
      child.stdout!.on("data", (data) => (out += data))
      const code = await new Promise((resolve) => child.once("close", resolve))
      return { code, said: JSON.parse(out.split("\n").find((line) => line.startsWith("{"))!) }
    }
  })
})
