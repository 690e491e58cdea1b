import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { drainBatch } from "../../src/modules/availability/drain/drain-batch"
import { claimChanges } from "../../src/modules/availability/sql/claim-changes"
import { settleQueue } from "../../src/modules/availability/sql/settle-queue"
import attachFeed from "../../src/modules/availability/loaders/attach-feed"
import { eventually } from "../support/eventually"
import { OPTIONS } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let channel: string
  let location: string
  let book: Book

  beforeAll(async () => {
    ;({ channel, location } = await booted.shop.open())
    book = await booted.shop.book({ channels: [channel], stock: { [location]: 50 } })
    await booted.availability.drain()
  })

  const stop = () => booted.availability.__hooks.onApplicationPrepareShutdown()
  const start = () => booted.availability.__hooks.onApplicationStart()
  const sellOut = () => booted.connection.raw("update inventory_level set stocked_quantity = 0")
  const status = async () => (await booted.availability.getProductsAvailability([book.id]))[0]?.status
  const waiting = async () => Number((await booted.connection("availability_change").count())[0]!.count)

  describe("a stop or crash", () => {
    it("catches up by itself with what was changed while no process was draining", async () => {
      await stop()
      await sellOut()
      expect(await status()).toBe("in_stock")
      await start()
      await eventually(async () => expect(await status()).toBe("out_of_stock"))
    })

    it("finds the change again when a drainer is killed between claim and commit", async () => {
      await stop()
      await sellOut()
      const killed = await booted.connection.transaction()
      const claimed = await claimChanges(killed, 100, "fresh")
      expect(claimed.length).toBeGreaterThan(0)
      const { rows } = await killed.raw("select pg_backend_pid() as pid")
      await booted.connection.raw("select pg_terminate_backend(?)", [rows[0].pid])
      await killed.rollback().catch(() => undefined)

      await eventually(async () => expect(await waiting()).toBe(claimed.length))
      await start()
      await eventually(async () => expect(await status()).toBe("out_of_stock"))
    })

    it("sends a change again when the process died before it was marked as sent", async () => {
      const sent: string[] = []
      booted.container.resolve(Modules.EVENT_BUS).subscribe("availability.changed", async (event) => {
        sent.push((event.data as { to: string }).to)
      })
      await sellOut()
      await booted.availability.drain()
      await eventually(async () => expect(sent).toEqual(["out_of_stock"]))
      await booted
        .connection("availability_history")
        .where({ to_status: "out_of_stock" })
        .update({ sent_at: null })
      await eventually(async () => expect(sent).toEqual(["out_of_stock", "out_of_stock"]))
    })
  })

  describe("the queue", () => {
    it("does not settle past an id whose transaction is still open", async () => {
      await stop()
      const slow = await booted.connection.transaction()
      await slow.raw("update inventory_level set stocked_quantity = 0")
      // Later ids, committed and drained, while the slow writer holds an earlier one.
      for (let i = 0; i < 5; i++) {
        await booted
          .connection("product")
          .where({ id: book.id })
          .update({ title: `Title ${i}` })
        await settleQueue(booted.connection)
        await drainBatch(booted.connection, OPTIONS, 100)
        await settleQueue(booted.connection)
      }
      expect(await status()).toBe("in_stock")
      await slow.commit()
      await booted.availability.drain()
      expect(await status()).toBe("out_of_stock")
    })

    it("finds its way again when its ids have gone back, as after a truncation or on another server", async () => {
      await stop()
      for (let i = 0; i < 3; i++) await settleQueue(booted.connection)
      await booted.connection("availability_change_cursor").update({ settled_id: 1_000_000 })
      await sellOut()
      expect(await drainBatch(booted.connection, OPTIONS, 100)).toBe(0)
      await settleQueue(booted.connection)
      expect(await drainBatch(booted.connection, OPTIONS, 100)).toBeGreaterThan(0)
      expect(await status()).toBe("out_of_stock")
    })

    it("is not written to while nothing happens", async () => {
      await stop()
      for (let i = 0; i < 3; i++) await settleQueue(booted.connection)
      const version = () =>
        booted.connection("availability_change_cursor").first(booted.connection.raw("xmin::text"))
      const before = await version()
      await settleQueue(booted.connection)
      expect(await version()).toEqual(before)
    })

    it("stays fast to read while a long transaction keeps its dead rows from being vacuumed", async () => {
      await stop()
      const long = await booted.connection.transaction(undefined, { isolationLevel: "repeatable read" })
      await long.raw("select count(*) from product")
      await booted.connection.raw(
        "insert into availability_change (kind, ref_id) select 'product', 'none' from generate_series(1, 20000)"
      )
      while ((await drainBatch(booted.connection, OPTIONS, 5000)) > 0);
      // A change is settled when every transaction that began before it is over, those of other databases too.
      await eventually(async () => {
        await settleQueue(booted.connection)
        const { rows } = await booted.connection.raw(
          `explain (analyze, buffers, format json) select id from availability_change
           where id > (select settled_id from availability_change_cursor) order by id limit 100`
        )
        const plan = rows[0]["QUERY PLAN"][0].Plan
        expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThan(20)
      }).finally(() => long.rollback())
    })

    it("puts a change that cannot be applied back for later, and goes on with the others", async () => {
      const broken = book
      const fine = await booted.shop.book({ channels: [channel], stock: { [location]: 50 } })
      await booted.availability.drain()
      await booted.connection.raw(
        `create function refuse() returns trigger language plpgsql as
         $$ begin if new.product_id = '${broken.id}' then raise exception 'refused by the test'; end if; return new; end $$`
      )
      await booted.connection.raw(
        "create trigger refuse before insert or update on availability_channel for each row execute function refuse()"
      )
      await sellOut()
      await eventually(async () => {
        const [row] = await booted.availability.getProductsAvailability([fine.id])
        expect(row?.status).toBe("out_of_stock")
        const deferred = await booted.connection("availability_change").where("attempts", ">", 0)
        expect(deferred.length).toBeGreaterThan(0)
      })
      expect(await status()).toBe("in_stock")
      await booted.connection.raw("drop trigger refuse on availability_channel")
      await booted.connection("availability_change").update({ due_at: booted.connection.fn.now() })
      await eventually(async () => expect(await status()).toBe("out_of_stock"))
    })
  })

  describe("the trigger installer", () => {
    const attach = () =>
      attachFeed({ container: booted.container.createScope() as never, options: {} } as never)
    const triggers = async () =>
      (
        await booted.connection.raw(
          `select t.oid, tgname, tgrelid::regclass::text as table, obj_description(t.oid, 'pg_trigger') as comment
           from pg_trigger t where tgname like 'truestock_feed%' order by 2, 3`
        )
      ).rows

    it("does nothing where everything is attached", async () => {
      const before = await triggers()
      expect(before.length).toBeGreaterThan(60)
      await stop()
      await attach()
      expect(await triggers()).toEqual(before)
      expect(await waiting()).toBe(0)
    })

    it("attaches what is missing, and refreshes everything since changes may have been missed", async () => {
      await booted.connection.raw("drop trigger truestock_feed_update on inventory_level")
      await sellOut()
      await booted.availability.drain()
      expect(await status()).toBe("in_stock")
      await attach()
      await eventually(async () => expect(await status()).toBe("out_of_stock"))
    })

    it("leaves a newer version alone", async () => {
      await stop()
      await booted.connection.raw("comment on function truestock_feed_insert() is 'truestock feed v999'")
      await booted.connection.raw("drop trigger truestock_feed_update on inventory_level")
      await attach()
      expect(await triggers()).not.toContainEqual(
        expect.objectContaining({ tgname: "truestock_feed_update", table: "inventory_level" })
      )
    })

    it("attaches once when many processes start together", async () => {
      await booted.connection.raw("drop function truestock_feed_update() cascade")
      await Promise.all(Array.from({ length: 5 }, attach))
      const attached = (await triggers()).filter(
        (t: { tgname: string }) => t.tgname === "truestock_feed_update"
      )
      expect(new Set(attached.map((t: { table: string }) => t.table)).size).toBe(attached.length)
      expect(attached.length).toBeGreaterThan(15)
    })

    it("lets a role write Medusa's tables that may not write ours", async () => {
      const role = `clerk_${Date.now()}`
      await booted.connection.raw(`create role ${role}; grant usage on schema public to ${role};
        grant select, update on inventory_level to ${role}`)
      try {
        await booted.connection.transaction(async (tx) => {
          await tx.raw(`set local role ${role}`)
          await tx.raw("update inventory_level set stocked_quantity = 0")
        })
        await eventually(async () => expect(await status()).toBe("out_of_stock"))
      } finally {
        await booted.connection.raw(`drop owned by ${role}; drop role ${role}`)
      }
    })

    it("does not send a catalogue through the drain when a channel or location is renamed", async () => {
      await stop()
      await booted.connection("sales_channel").update({ name: "Renamed" })
      await booted.connection("stock_location").update({ name: "Renamed" })
      await booted.connection("product_category").update({ rank: 7 })
      expect(await waiting()).toBe(0)
      await booted.connection("sales_channel").where({ id: channel }).update({ deleted_at: new Date() })
      expect(await waiting()).toBe(1)
    })

    it("leaves a shop that works and no trigger behind when it is removed as the README says", async () => {
      await stop()
      const readme = readFileSync(path.resolve(__dirname, "../../README.md"), "utf8")
      await booted.connection.raw(/## Uninstall[^]*?```sql\n([^`]+)```/.exec(readme)![1]!)
      expect(await triggers()).toEqual([])
      const { tables, migrations } = leftByMigrations()
      expect(tables.length).toBeGreaterThan(30)
      const left = await booted.connection("pg_tables").whereIn("tablename", tables).pluck("tablename")
      const noted = await booted.connection("mikro_orm_migrations").whereIn("name", migrations).pluck("name")
      expect([left, noted]).toEqual([[], []])
      await expect(sellOut()).resolves.toBeDefined()
    })

    it("breaks no write when core renames a column that the feed reads", async () => {
      await booted.connection.raw("alter table inventory_level rename column inventory_item_id to renamed")
      await expect(sellOut()).resolves.toBeDefined()
    })
  })
})

/** What the plugin's migrations are called, and the tables that they make. */
function leftByMigrations(): { tables: string[]; migrations: string[] } {
  const modules = path.resolve(__dirname, "../../src/modules")
  const files = readdirSync(modules, { recursive: true, encoding: "utf8" }).filter((file) =>
    /migrations\/Migration\w+\.ts$/.test(file)
  )
  const texts = files.map((file) => readFileSync(path.join(modules, file), "utf8"))
  return {
    migrations: files.map((file) => path.basename(file, ".ts")),
    tables: texts.flatMap((text) =>
      [...text.matchAll(/create (?:unlogged )?table if not exists (\w+)/g)].map((found) => found[1]!)
    ),
  }
}
