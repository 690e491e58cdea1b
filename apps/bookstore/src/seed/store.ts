import type { UpdateStoreDTO } from "@medusajs/framework/types"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import { Seeding } from "./seeding"

/** The one store that Medusa makes at its first boot. */
export async function readStore({ query }: Seeding) {
  const { data } = await query.graph({
    entity: "store",
    fields: ["id", "metadata", "default_sales_channel_id"],
  })
  if (!data[0]) {
    throw new Error("There is no store yet: run the migrations and boot Medusa once.")
  }
  return data[0]
}

export async function updateStore(seeding: Seeding, update: UpdateStoreDTO): Promise<void> {
  const { id } = await readStore(seeding)
  await updateStoresWorkflow(seeding.container).run({ input: { selector: { id }, update } })
}
