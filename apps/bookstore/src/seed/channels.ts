import {
  createApiKeysWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateApiKeysWorkflow,
  updateSalesChannelsWorkflow,
} from "@medusajs/medusa/core-flows"
import { lookup, missing, Seeding } from "./seeding"
import { readStore, updateStore } from "./store"

const ONLINE = "Online Store"
const COUNTER = "Bookshop Counter"
const KEY_TITLE = "Storefront"

export interface Channels {
  online: string
  counter: string
  publishableKey: string
}

/**
 * Two sales channels. Medusa's own first boot makes a default channel and a publishable key: they are taken over
 * rather than left beside ours, so that the shop has one obvious channel and one obvious key.
 */
export async function seedChannels(seeding: Seeding): Promise<Channels> {
  const { container, progress } = seeding
  const store = await readStore(seeding)
  const before = await listChannels(seeding)
  const defaultChannel = before.find((channel) => channel.id === store.default_sales_channel_id)
  if (defaultChannel && !before.some((channel) => channel.name === ONLINE)) {
    await updateSalesChannelsWorkflow(container).run({
      input: {
        selector: { id: defaultChannel.id },
        update: { name: ONLINE, description: "What the storefront sells" },
      },
    })
  }

  const wanted = [
    { name: ONLINE, description: "What the storefront sells" },
    { name: COUNTER, description: "What the shop on Main Street sells" },
  ]
  const existing = (await listChannels(seeding)).map((channel) => channel.name)
  const salesChannelsData = missing(wanted, (channel) => channel.name, existing)
  if (salesChannelsData.length) {
    await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData } })
  }

  const channels = await listChannels(seeding)
  const idOf = lookup(
    "the sales channel",
    channels.map(({ name, id }) => [name, id])
  )
  const online = idOf(ONLINE)
  await updateStore(seeding, { name: "Truestock Books", default_sales_channel_id: online })

  const key = await ensureKey(seeding)
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [online] } })
  progress(`sales channels ${ONLINE} and ${COUNTER}, publishable key ${KEY_TITLE}`)
  return { online, counter: idOf(COUNTER), publishableKey: key.token }
}

async function listChannels({ query }: Seeding) {
  const { data } = await query.graph({ entity: "sales_channel", fields: ["id", "name"] })
  return data
}

async function ensureKey({ container, query }: Seeding): Promise<{ id: string; token: string }> {
  const { data: keys } = await query.graph({
    entity: "api_key",
    fields: ["id", "token", "title"],
    filters: { type: "publishable" },
  })
  const ours = keys.find((key) => key.title === KEY_TITLE)
  if (ours) {
    return ours
  }
  const [first] = keys
  if (first) {
    await updateApiKeysWorkflow(container).run({
      input: { selector: { id: first.id }, update: { title: KEY_TITLE } },
    })
    return first
  }
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: KEY_TITLE, type: "publishable", created_by: "" }] },
  })
  return result[0]!
}
