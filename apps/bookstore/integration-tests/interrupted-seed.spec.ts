import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { seedBookstore } from "../src/seed"
import { catalogue } from "../src/seed/catalogue"
import { orders } from "../src/seed/catalogue/orders"
import { quietly, shopOf } from "./shop"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_ADMIN_DISABLED: "true" },
  testSuite: ({ getContainer }) => {
    const { query, counts, forgetResult } = shopOf(getContainer)
    const books = catalogue()

    describe("an interrupted seed", () => {
      it("is completed by the next one, wherever it was interrupted, with nothing doubled", async () => {
        let lines = 0
        for (let finished = false; !finished;) {
          // Each run gets one progress line further than the one before.
          let left = ++lines
          const interrupt = () => {
            if (--left === 0) {
              throw new Error("interrupted")
            }
          }
          finished = await seedBookstore(getContainer(), interrupt).then(
            () => true,
            (error: Error) => {
              expect(error.message).toBe("interrupted")
              return false
            }
          )
        }
        expect(lines).toBeGreaterThan(15)

        const completed = await counts()
        await forgetResult()
        await seedBookstore(getContainer(), quietly)
        expect(await counts()).toEqual(completed)
        expect(completed).toMatchObject({ product: books.length, order: orders.length, cart: orders.length })
      })

      it("makes books anew that were left without their variants", async () => {
        await expect(
          seedBookstore(getContainer(), (line) => {
            if (line.startsWith("40 of")) {
              throw new Error("interrupted")
            }
          })
        ).rejects.toThrow("interrupted")

        const { data: variants } = await query().graph({
          entity: "product_variant",
          fields: ["id"],
          filters: { sku: ["9780312429980", "9780805080681"] },
        })
        const { data: links } = await query().graph({
          entity: "product_variant_price_set",
          fields: ["variant_id", "price_set_id"],
          filters: { variant_id: variants.map(({ id }) => id) },
        })
        const link = getContainer().resolve(ContainerRegistrationKeys.LINK)
        await link.dismiss(
          links.map(({ variant_id, price_set_id }) => ({
            product: { variant_id },
            pricing: { price_set_id },
          }))
        )

        await seedBookstore(getContainer(), quietly)
        const { data } = await query().graph({
          entity: "product",
          fields: ["variants.sku", "variants.price_set.id", "variants.inventory_items.inventory_item_id"],
          filters: { handle: "wolf-hall" },
        })
        expect(data).toHaveLength(1)
        const made = data[0]!.variants as { sku: string; price_set: unknown; inventory_items: unknown[] }[]
        expect(made.map((variant) => variant.sku).sort()).toEqual(["9780312429980", "9780805080681"])
        expect(made.every((variant) => variant.price_set && variant.inventory_items.length === 1)).toBe(true)
      })
    })
  },
})
