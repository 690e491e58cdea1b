import type { MedusaContainer } from "@medusajs/framework/types"
import { seedPeople } from "./people"
import { catalogue } from "./catalogue"
import { seedChannels } from "./channels"
import { seedDistributors } from "./distributors"
import { seedLocations } from "./locations"
import { seedOrders } from "./orders"
import { refreshListing, seedPolicies } from "./policies"
import { seedProducts } from "./products"
import { seedRegion } from "./region"
import { Seeding, startSeeding } from "./seeding"
import { seedShipping } from "./shipping"
import { seedStock } from "./stock"
import { readStore, updateStore } from "./store"
import { seedTaxonomy } from "./taxonomy"

/** Where the result of a finished seed is kept, in the metadata of the store. */
export const SEED_KEY = "bookstore_seed"

export interface SeedResult {
  publishable_key: string
  region_id: string
  sales_channel_id: string
  version: 1
}

/**
 * Fills an empty Medusa with a bookshop. Every step looks for what is there before it creates, so a run that was
 * killed is completed by the next one; the result is written last and says that nothing is left to do.
 */
export async function seedBookstore(
  container: MedusaContainer,
  progress?: Seeding["progress"],
  today = new Date()
): Promise<SeedResult> {
  const seeding = startSeeding(container, progress)
  const finished = await finishedSeed(seeding)
  if (finished) {
    seeding.progress("is seeded already")
    return finished
  }

  const books = catalogue(today)
  const channels = await seedChannels(seeding)
  const region = await seedRegion(seeding)
  const locations = await seedLocations(seeding, channels)
  await seedDistributors(seeding)
  const shippingProfile = await seedShipping(seeding, locations)
  const { customer } = await seedPeople(seeding)
  const taxonomy = await seedTaxonomy(seeding, books)
  await seedProducts(seeding, books, { channels, taxonomy, shippingProfile })
  await seedStock(seeding, books, locations)
  await seedPolicies(seeding, books, today)
  await seedOrders(seeding, { region, channel: channels.online, customer })
  await refreshListing(seeding)

  const result: SeedResult = {
    publishable_key: channels.publishableKey,
    region_id: region,
    sales_channel_id: channels.online,
    version: 1,
  }
  await finish(seeding, result)
  return result
}

async function finishedSeed(seeding: Seeding): Promise<SeedResult | undefined> {
  const { metadata } = await readStore(seeding)
  const result = metadata?.[SEED_KEY] as SeedResult | undefined
  return result?.version === 1 ? result : undefined
}

async function finish(seeding: Seeding, result: SeedResult): Promise<void> {
  const { metadata } = await readStore(seeding)
  await updateStore(seeding, { metadata: { ...metadata, [SEED_KEY]: result } })
}
