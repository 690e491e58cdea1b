import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import { tellStorefront } from "../storefront/tell-storefront"

/**
 * Lets the storefront read anew what it keeps of a product whose availability changed. Not set: there is none. It is only
 * told sooner: what it keeps ends by itself after some seconds, so a storefront that is down fails nothing here.
 */
export default async function tellStorefrontOfChange({
  event,
  container,
}: SubscriberArgs<{ product_id: string }>): Promise<void> {
  const { STOREFRONT_URL: url, STOREFRONT_REVALIDATE_SECRET: secret } = process.env
  if (!url || !secret) return
  const products = container.resolve(Modules.PRODUCT)
  tellStorefront(event.data.product_id, {
    send: async (ids) => {
      const found = await products.listProducts({ id: ids }, { select: ["id", "handle"], withDeleted: true })
      const answer = await fetch(`${url}/api/revalidate`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: JSON.stringify({ handles: found.map(({ handle }) => handle) }),
        signal: AbortSignal.timeout(5000),
      })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
    },
    failed: (error) =>
      container
        .resolve("logger")
        .warn(`The storefront was not told what changed: ${(error as Error).message}`),
  })
}

export const config: SubscriberConfig = {
  event: "availability.changed",
  context: { subscriberId: "bookstore-tell-storefront" },
}
