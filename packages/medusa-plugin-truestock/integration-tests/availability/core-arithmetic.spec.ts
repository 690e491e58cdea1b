import fc from "fast-check"
import {
  createInventoryItemsWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createReservationsWorkflow,
  deleteReservationsWorkflow,
  updateInventoryLevelsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, getVariantAvailability, Modules } from "@medusajs/framework/utils"
import { runWithShop } from "../support/run-with-shop"

const SEED = 20_261_120
const ITEMS = 20
const PRODUCTS = 12
const VARIANTS_EACH = 3

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed = SEED) =>
  fc.sample(arbitrary, { numRuns: count, seed })

const item = fc.nat({ max: ITEMS - 1 })
const location = fc.nat({ max: 3 })

/** 1-3 different items with what the kit needs of each. */
const kit = fc.uniqueArray(fc.record({ item, required: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 3,
  selector: (part) => part.item,
})
/** Of an item at each of its locations: 0 to 3 of the four. */
const levels = fc.uniqueArray(
  fc.record({ location, stocked: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })) }),
  { maxLength: 3, selector: (level) => level.location }
)
const change = fc.record({
  kind: fc.constantFrom("adjust", "set", "reserve", "release", "delete level", "new level"),
  pick: fc.nat(),
  location,
  quantity: fc.integer({ min: 1, max: 12 }),
})

runWithShop((booted) => {
  let channels: string[]
  let locations: string[]
  let items: string[]

  /** Two channels, three locations they sell from (one shared) and one that nobody does. */
  beforeAll(async () => {
    const { container, shop, availability } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    const [web, store] = (channels = [await shop.channel(), await shop.channel()]) as [string, string]
    locations = [
      await shop.location(web),
      await shop.location(web, store),
      await shop.location(store),
      await shop.location(),
    ]
    const { result: created } = await createInventoryItemsWorkflow(container).run({
      input: { items: Array.from({ length: ITEMS }, (_, i) => ({ sku: `PART-${i}` })) },
    })
    items = created.map((i) => i.id)
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: sample(levels, ITEMS).flatMap((ofItem, i) =>
          ofItem.map(({ location: at, stocked }) => ({
            inventory_item_id: items[i]!,
            location_id: locations[at]!,
            stocked_quantity: stocked,
          }))
        ),
      },
    })
    const kits = sample(kit, PRODUCTS * VARIANTS_EACH)
    const formats = Array.from({ length: VARIANTS_EACH }, (_, i) => `Format ${i}`)
    await createProductsWorkflow(container).run({
      input: {
        products: Array.from({ length: PRODUCTS }, (_, p) => ({
          title: `Kits ${p}`,
          options: [{ title: "Format", values: formats }],
          sales_channels: (p % 3 === 0 ? [web] : [web, store]).map((id) => ({ id })),
          variants: formats.map((format, v) => ({
            title: format,
            options: { Format: format },
            manage_inventory: true,
            prices: [],
            inventory_items: kits[p * VARIANTS_EACH + v]!.map((part) => ({
              inventory_item_id: items[part.item]!,
              required_quantity: part.required,
            })),
          })),
        })),
      },
    })
    await reserve(14)
  })

  /** Rows of a table in an order that is the same at every run, which that of their ids is not. */
  async function liveRows(table: "inventory_level" | "reservation_item"): Promise<any[]> {
    const rows = await booted.connection(table).whereNull("deleted_at")
    const place = (row: any) => [
      items.indexOf(row.inventory_item_id),
      locations.indexOf(row.location_id),
      Number(row.quantity ?? 0),
    ]
    return rows.sort((a, b) => place(a).reduce((order, n, i) => order || n - place(b)[i]!, 0))
  }

  /** Some units of some levels, more than there are where it so happens. */
  async function reserve(count: number, seed = SEED) {
    await booted.stock.setGuardMode("observe")
    const found = await liveRows("inventory_level")
    await createReservationsWorkflow(booted.container).run({
      input: {
        reservations: sample(fc.nat({ max: found.length - 1 }), count, seed).map((at) => ({
          inventory_item_id: found[at].inventory_item_id as string,
          location_id: found[at].location_id as string,
          quantity: 1 + ((at * 7) % 30),
          allow_backorder: true,
        })),
      },
    })
  }

  /** available_quantity per variant of a channel, as we keep it and as core computes it. */
  async function bothFigures(sales_channel_id: string) {
    const rows: { variant_id: string; available_quantity: number | null }[] = await booted
      .connection("availability_variant")
      .where({ sales_channel_id })
      .orderBy("variant_id")
    const core = await getVariantAvailability(booted.container.resolve(ContainerRegistrationKeys.QUERY), {
      variant_ids: rows.map((row) => row.variant_id),
      sales_channel_id,
    })
    return {
      ours: Object.fromEntries(rows.map((row) => [row.variant_id, row.available_quantity])),
      cores: Object.fromEntries(Object.entries(core).map(([id, { availability }]) => [id, availability])),
    }
  }

  async function expectEquality() {
    await booted.availability.drain()
    const [web, store] = [await bothFigures(channels[0]!), await bothFigures(channels[1]!)]
    expect(web.ours).toEqual(web.cores)
    expect(store.ours).toEqual(store.cores)
    return { web, store }
  }

  async function apply({ kind, pick, location: at, quantity }: (typeof changes)[number], seed: number) {
    const { container } = booted
    const inventory = container.resolve(Modules.INVENTORY)
    const found = await liveRows("inventory_level")
    const reserved = await liveRows("reservation_item")
    const { id, inventory_item_id, location_id } = found[pick % found.length]
    switch (kind) {
      case "adjust":
        await inventory.adjustInventory(inventory_item_id, location_id, quantity % 2 ? quantity : -quantity)
        return
      case "set":
        await updateInventoryLevelsWorkflow(container).run({
          input: { updates: [{ id, inventory_item_id, location_id, stocked_quantity: quantity - 1 }] },
        })
        return
      case "reserve":
        return reserve(1 + (quantity % 3), seed)
      case "release":
        await deleteReservationsWorkflow(container).run({
          input: { ids: [reserved[pick % reserved.length].id] },
        })
        return
      case "delete level":
        // Core cannot release what was reserved at a level that is gone.
        if (reserved.some((r) => r.inventory_item_id === inventory_item_id && r.location_id === location_id))
          return
        await inventory.deleteInventoryLevels([id])
        return
      case "new level": {
        const isThere = found.some(
          (l) => l.inventory_item_id === items[pick % ITEMS] && l.location_id === locations[at]
        )
        if (isThere) return
        await createInventoryLevelsWorkflow(container).run({
          input: {
            inventory_levels: [
              {
                inventory_item_id: items[pick % ITEMS]!,
                location_id: locations[at]!,
                stocked_quantity: quantity,
              },
            ],
          },
        })
      }
    }
  }

  const changes = sample(change, 36)

  describe("available_quantity", () => {
    it("equals Medusa's own getVariantAvailability on random kits, locations and reservations", async () => {
      const { web, store } = await expectEquality()
      const figures = Object.values(web.ours) as number[]

      expect(figures).toHaveLength(PRODUCTS * VARIANTS_EACH)
      expect(Object.keys(store.ours)).toHaveLength((PRODUCTS - PRODUCTS / 3) * VARIANTS_EACH)
      // The sample is worth something: plenty, nothing and less than nothing occur, and the channels differ.
      expect(figures.some((n) => n > 0) && figures.includes(0) && figures.some((n) => n < 0)).toBe(true)
      expect(web.ours).not.toEqual({ ...web.ours, ...store.ours })
    })

    it("still does after every few of a random sequence of core's own changes", async () => {
      expect(new Set(changes.map((c) => c.kind)).size).toBe(6)
      const seen = new Set<string>()
      for (const [i, one] of changes.entries()) {
        await apply(one, SEED + i)
        if (i % 4 === 3) seen.add(JSON.stringify((await expectEquality()).web.ours))
      }
      expect(seen.size).toBeGreaterThan(5)
    })
  })
})
