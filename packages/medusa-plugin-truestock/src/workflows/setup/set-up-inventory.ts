import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  chooseTarget,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type PlannedLocation,
  type SetupSummary,
} from "../../modules/inventory_management"
import { setUpLocationWorkflow } from "./set-up-location"
import { stockAllVariants } from "./stock-all-variants"

export type SetupProgress = {
  locations: { created: string[]; changed: string[]; unchanged: string[] }
  variants: SetupSummary | null
}

/**
 * Sets a shop up as a setup file says: its locations, then items and opening stock of all variants. Yields how far it
 * is, the last time with all that was done. What is there already stays as it is, so it can be stopped and run again.
 *
 * @param json the text of the file
 * @throws invalid_setup, invalid_quantity; before anything is changed
 */
export async function* setUpInventory(
  container: MedusaContainer,
  json: string,
  { dry_run = false, batch_size }: { dry_run?: boolean; batch_size?: number } = {}
): AsyncGenerator<SetupProgress> {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { setup, locations } = await stock.setup.plan(json)
  const progress: SetupProgress = {
    locations: {
      created: namesOf(locations, ({ location_id }) => location_id === null),
      changed: namesOf(locations, ({ location_id, is_changed }) => location_id !== null && is_changed),
      unchanged: namesOf(locations, ({ is_changed }) => !is_changed),
    },
    variants: null,
  }
  if (!dry_run) {
    await stock.setup.oneAtATime(async () => {
      // Planned anew: somebody else may have been at it.
      for (const location of (await stock.setup.plan(json)).locations) {
        if (location.is_changed) await setUpLocationWorkflow(container).run({ input: location })
      }
    })
    await setDefaultLocation(container, setup.default_location)
  }
  yield progress

  const shop = await stock.setup.readShop()
  const ids = new Map(shop.locations.map(({ code, location_id }) => [code, location_id]))
  const stocking = stockAllVariants(container, {
    choose: async (variants) => variants.map((facts) => chooseTarget(setup, facts)),
    idOf: (code) => ids.get(code),
    note: "Opening stock, by setup-inventory",
    dry_run,
    batch_size,
  })
  for await (const variants of stocking) yield { ...progress, variants }
}

/** A store that has a default location keeps it. */
async function setDefaultLocation(container: MedusaContainer, code: string | null): Promise<void> {
  const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { store, locations } = await stock.setup.readShop()
  const location = locations.find((each) => code !== null && each.code === code)
  if (!location || !store || store.default_location_id !== null) return
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store.id }, update: { default_location_id: location.location_id } },
  })
}

const namesOf = (locations: PlannedLocation[], which: (location: PlannedLocation) => boolean) =>
  locations.filter(which).map(({ name }) => name)
