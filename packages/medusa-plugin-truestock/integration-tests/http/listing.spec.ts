import { runWithShop } from "../support/run-with-shop"

runWithShop((booted) => {
  describe("GET /store/products/available", () => {
    it("lists what is in stock or low, newest first, with an exact count", async () => {
      const { api, shop, availability } = booted
      const channel = await shop.channel()
      const location = await shop.location(channel)
      const plenty = await shop.book({ channels: [channel], stock: { [location]: 50 } })
      const few = await shop.book({ channels: [channel], stock: { [location]: 3 } })
      await shop.book({ channels: [channel], stock: { [location]: 0 } })
      await shop.book({ channels: [channel] })
      const key = await shop.key(channel)
      await availability.drain()

      const { data } = await api.get("/store/products/available", key)

      expect(data.count).toBe(2)
      expect(data.products.map((p: any) => p.id)).toEqual([few.id, plenty.id])
      expect(data.products[0].availability).toEqual({
        status: "low_stock",
        purchasable: true,
        quantity: 3,
        available_on: null,
      })
      expect(data.products[0].variants[0].availability.status).toBe("low_stock")
      expect(data.products[0].variants[0].inventory_quantity).toBe(3)
      expect(data.products[0].categories).toEqual([])
    })
  })
})
