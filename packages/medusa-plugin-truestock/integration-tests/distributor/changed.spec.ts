import { asValue } from "@medusajs/framework/awilix"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ICachingModuleService, IEventBusModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, FeatureFlag, Modules } from "@medusajs/framework/utils"
import { syntheticEan13 } from "truestock-distributor-feeds"
import { DISTRIBUTOR_STOCK_CHANGED, type FlaggedTitle, type Run } from "../../src/modules/distributor"
import { sendAllFlagged, sendFlagged } from "../../src/modules/distributor/outbox/send-flagged"
import { moveClock } from "../support/clock"
import { Ingram, row } from "../support/distributor"
import { DyingConnection } from "../support/dying-connection"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"

const FILE = "stockv2@ingram.dat"
const eans = Array.from({ length: 4 }, (_, n) => syntheticEan13(n)).sort()
const [sold_out, back, fewer, low] = eans as [string, string, string, string]

runWithShop((booted) => {
  let ingram: Ingram
  let files = 0

  beforeEach(async () => {
    files = 0
    const channel = await booted.shop.channel("Online Store")
    ingram = await Ingram.open(booted, { flag_units: 30 })
    for (const ean13 of eans) await booted.shop.book({ ean: ean13, channels: [channel] })
    await file([5, 0, 60, 12])
    await ingram.run({ kind: "discover" })
    await ingram.run({ kind: "import" })
    await ingram.sync()
  })
  afterEach(async () => {
    await ingram.close()
    await assertInvariants(booted.connection)
  })

  /** A newer file with so many of each title. */
  const file = (on_hand: number[]) =>
    ingram.put(FILE, on_hand.map((TN, n) => row(eans[n]!, { TN })), 5 - ++files / 100) // prettier-ignore

  describe("A title whose stock has changed meaningfully", () => {
    const bus = (): IEventBusModuleService => booted.container.resolve(Modules.EVENT_BUS)
    const send = () => sendAllFlagged(booted.connection, bus())
    /** What is emitted from here on: a page for each event. */
    function listening() {
      const pages: FlaggedTitle[][] = []
      const hear = async ({ data }: { data: unknown }) => {
        pages.push((data as { titles: FlaggedTitle[] }).titles)
      }
      bus().subscribe(DISTRIBUTOR_STOCK_CHANGED, hear, { subscriberId: `hears-${Math.random()}` })
      return pages
    }
    const told = (pages: FlaggedTitle[][]) => pages.flat().map(({ ean13, reasons }) => [ean13, reasons])

    it("is told of once, with what it was and is and why; one that changed a little is not", async () => {
      const pages = listening()
      await send()
      await file([0, 3, 58, 10])
      await ingram.sync()
      await send()
      await send()
      await eventually(async () => expect(pages).toHaveLength(1))
      const { titles } = await ingram.module.listTitles({ source_id: "ingram", ean13: sold_out })
      expect(pages[0]).toEqual([
        {
          ...{ source_id: "ingram", ean13: sold_out, reasons: ["to_zero"] },
          ...{ product_id: titles[0]!.product_id, variant_id: titles[0]!.variant_id },
          ...{ before: { on_hand: 5, on_order: 0 }, after: { on_hand: 0, on_order: 0 } },
          flagged_at: titles[0]!.flagged_at,
        },
        expect.objectContaining({ ean13: back, reasons: ["from_zero"], after: { on_hand: 3, on_order: 0 } }),
        expect.objectContaining({
          ean13: low,
          reasons: ["across_threshold"],
          before: { on_hand: 12, on_order: 0 },
        }),
      ])
    })

    it("is told of as it was flagged, though it has changed a little since", async () => {
      await file([5, 0, 20, 12])
      await ingram.sync()
      await file([5, 0, 19, 12])
      await ingram.sync()
      const pages = listening()
      await send()
      await eventually(async () => expect(told(pages)).toEqual([[fewer, ["large"]]]))
      expect(pages[0]![0]).toMatchObject({ before: { on_hand: 60 }, after: { on_hand: 20 } })
    })

    it("is told of again where a process died before it could note that it has told", async () => {
      await file([0, 0, 60, 12])
      await ingram.sync()
      const pages = listening()
      const dying = new DyingConnection(booted.connection, 3)
      await expect(sendFlagged(dying.knex, bus())).rejects.toThrow("died")
      await eventually(async () => expect(pages).toHaveLength(1))
      expect(await sendFlagged(booted.connection, bus())).toBe(0)
      await moveClock(booted.connection, 31)
      await send()
      await eventually(async () => expect(told(pages)).toEqual(Array(2).fill([sold_out, ["to_zero"]])))
      await moveClock(booted.connection, 62)
      expect(await sendFlagged(booted.connection, bus())).toBe(0)
    })

    it("is told of again, at once, where it was flagged anew while it was told", async () => {
      await file([0, 0, 60, 12])
      await ingram.sync()
      const pages = listening()
      const meanwhile = {
        emit: async (...told: Parameters<IEventBusModuleService["emit"]>) => {
          await file([8, 0, 60, 12])
          await ingram.sync()
          return bus().emit(...told)
        },
      }
      expect(await sendFlagged(booted.connection, meanwhile as never)).toBe(1)
      await send()
      await eventually(async () =>
        expect(told(pages)).toEqual([
          [sold_out, ["to_zero"]],
          [sold_out, ["from_zero"]],
        ])
      )
    })

    it("is told of by one of many processes that send at once", async () => {
      await file([0, 3, 10, 0])
      await ingram.sync({ override_reason: "The test empties most of it." })
      const pages = listening()
      await Promise.all(Array.from({ length: 8 }, () => sendFlagged(booted.connection, bus())))
      await send()
      await eventually(async () => expect(told(pages)).toHaveLength(4))
      expect(told(pages).map(([ean13]) => ean13).sort()).toEqual(eans) // prettier-ignore
    })

    it("is told of by a worker by itself", async () => {
      await file([0, 0, 60, 12])
      await ingram.sync()
      const pages = listening()
      const { onApplicationStart, onApplicationPrepareShutdown } = ingram.module.__hooks
      await onApplicationStart()
      try {
        await eventually(async () => expect(told(pages)).toEqual([[sold_out, ["to_zero"]]]))
      } finally {
        await onApplicationPrepareShutdown()
      }
    })
  })

  describe("What Medusa has cached of the shop", () => {
    let cache: ICachingModuleService

    /** Medusa's own module with its provider in memory, in the running shop. */
    beforeAll(async () => {
      const { caching } = await MedusaModule.bootstrap<ICachingModuleService>({
        moduleKey: Modules.CACHING,
        defaultPath: "@medusajs/caching",
        declaration: { scope: "internal", options: { in_memory: { enable: true } } } as never,
        sharedContainer: booted.container,
      })
      cache = caching!
      await (cache as never as { __hooks: Record<string, () => Promise<void>> }).__hooks.onApplicationStart!()
      booted.container.register(Modules.CACHING, asValue(cache))
      FeatureFlag.setFlag("caching", true)
    })
    afterAll(() => {
      FeatureFlag.setFlag("caching", false)
      booted.container.register(Modules.CACHING, asValue(undefined))
    })
    beforeEach(() => cache.clear({ tags: ["*"] }))

    /** Asks as a storefront does that has its answers cached; and what is stocked of the title by that. */
    async function cached(ean13: string, fields: string[]) {
      const { titles } = await ingram.module.listTitles({ source_id: "ingram", ean13 })
      const { data } = await booted.container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph(
          { entity: "product", fields: ["id", ...fields], filters: { id: titles[0]!.product_id! } },
          { cache: { enable: true } }
        )
      return data[0] as any
    }
    const LEVELS = [
      ...["variants.id", "variants.allow_backorder", "variants.inventory_items.inventory.id", "metadata"],
      ...["variants.inventory_items.inventory.location_levels.*"],
    ]
    const stocked = async (ean13: string) =>
      Number(
        (await cached(ean13, LEVELS)).variants[0].inventory_items[0].inventory.location_levels[0]
          .stocked_quantity
      )

    /** Somebody changes it in the database behind everybody's back. */
    const tamper = async (ean13: string, units: number) => {
      const { titles } = await ingram.module.listTitles({ source_id: "ingram", ean13 })
      const quantities = {
        stocked_quantity: units,
        raw_stocked_quantity: { value: `${units}`, precision: 20 },
      }
      const { inventory_item_id } = titles[0]!
      await booted.connection("inventory_level").where({ inventory_item_id }).update(quantities)
    }

    it("is cleared of titles that a sync or a settling has changed", async () => {
      expect(await stocked(back)).toBe(0)
      await tamper(back, 1)
      expect(await stocked(back)).toBe(0)
      await file([5, 3, 60, 12])
      expect(await ingram.sync()).toMatchObject({ status: "done", notes: [] })
      expect(await stocked(back)).toBe(3)
      expect((await cached(back, LEVELS)).metadata.ingram_stock.TN).toEqual({ on_hand: 3, on_order: 0 })

      await tamper(back, 2)
      expect(await stocked(back)).toBe(3)
      await tamper(back, 4)
      await cache.clear({ tags: ["*"] })
      expect(await stocked(back)).toBe(4)
      await ingram.run({ kind: "settle" })
      expect(await stocked(back)).toBe(3)
    })

    it("is cleared by whoever goes on where a process died between its commit and that", async () => {
      expect(await stocked(sold_out)).toBe(5)
      await file([0, 0, 60, 12])
      const applied = () => booted.connection("distributor_staged").whereNotNull("applied_at")
      const before = (await applied()).length
      let run: Run
      for (let n = 1; (await applied()).length === before; n++) {
        const { knex } = new DyingConnection(booted.connection, n)
        const module: typeof ingram.module = Object.create(ingram.module, { connection: { value: knex } })
        run = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
        await module.doRun(run.id).catch(() => undefined)
        await booted.connection("distributor_source").update({ lease_until: new Date(0) })
      }
      expect(await stocked(sold_out)).toBe(5)
      expect(await ingram.module.doRun(run!.id)).toMatchObject({ status: "done", counts: { applied: 1 } })
      expect(await stocked(sold_out)).toBe(0)
    })

    it("does not keep a sync from its work where it cannot be cleared, and the run says so", async () => {
      const clear = jest.spyOn(cache, "clear").mockRejectedValue(new Error("The cache is away."))
      try {
        await file([0, 3, 60, 12])
        const run = await ingram.sync()
        expect(run).toMatchObject({ status: "done", counts: { applied: 2 } })
        expect(run.notes).toEqual([expect.stringContaining("could not be cleared (The cache is away.)")])
      } finally {
        clear.mockRestore()
      }
    })
  })
})
