import { readFile } from "node:fs/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { quoted, TruestockError } from "../../errors"
import {
  chooseLocation,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  parseSource,
  type QuantitySource,
  type SetupSummary,
  type VariantFacts,
} from "../../modules/inventory_management"
import { stockAllVariants } from "./stock-all-variants"

/** Variants whose quantities are looked at beforehand at a time. */
const LOOKED_AT = 2_000

export type SimpleStockInput = {
  /** `metadata:<key>`, `csv:<file>` or `column:inventory_quantity` */
  from: string
  /** Id, code or name; default: the store's default location, or the only one. */
  location?: string
  dry_run?: boolean
  batch_size?: number
}

export type SimpleStockProgress = { location: string; with_quantity: number; variants: SetupSummary | null }

type QuantitiesOf = (variant_ids: string[]) => Promise<Map<string, number>>

/**
 * Turns quantities that a shop kept in a plain field into inventory items and levels at one location; 0 where nothing
 * is said. A variant whose inventory is not managed stays so where nothing is said of it. Every quantity is looked at
 * before the first is written. Can be stopped and run again.
 *
 * @throws invalid_parameter, unknown_location, invalid_csv, invalid_quantity, duplicate_row, variant_not_found;
 *   before anything is changed
 */
export async function* migrateSimpleStock(
  container: MedusaContainer,
  { from, location, dry_run = false, batch_size }: SimpleStockInput
): AsyncGenerator<SimpleStockProgress> {
  const source = parseSource(from)
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { location_id, name } = chooseLocation(await setup.readShop(), location)
  const quantitiesOf = await openSource(container, source)
  const with_quantity = await countQuantities(container, quantitiesOf)
  if (with_quantity === 0) {
    throw new TruestockError(
      "invalid_parameter",
      `from has the value ${quoted(from)}, which says nothing of any variant; correct it.`
    )
  }
  yield { location: name, with_quantity, variants: null }

  const choose = async (variants: VariantFacts[]) => {
    const quantities = await quantitiesOf(variants.map(({ variant_id }) => variant_id))
    return variants.map(({ variant_id, manage_inventory }) => {
      const quantity = quantities.get(variant_id)
      return quantity === undefined && !manage_inventory
        ? { manage_inventory: false, stock: {} }
        : { manage_inventory: true, stock: { [location_id]: quantity ?? 0 } }
    })
  }
  const note = `Opening stock, by migrate-simple-stock from ${source.kind === "csv" ? "a CSV file" : from}`
  const stocking = { choose, idOf: (id: string) => id, note, dry_run, batch_size }
  for await (const variants of stockAllVariants(container, stocking)) {
    yield { location: name, with_quantity, variants }
  }
}

async function openSource(container: MedusaContainer, source: QuantitySource): Promise<QuantitiesOf> {
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  if (source.kind !== "csv") {
    await setup.assertFieldExists(source)
    return (variant_ids) => setup.readSimpleQuantities(source, variant_ids)
  }
  const quantities = await setup.readCsvQuantities(await readText(source.file))
  return async (variant_ids) =>
    new Map(variant_ids.flatMap((id) => (quantities.has(id) ? [[id, quantities.get(id)!] as const] : [])))
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    throw new TruestockError(
      "invalid_parameter",
      `The file ${quoted(file)} cannot be read (${(error as NodeJS.ErrnoException).code}); correct its name.`
    )
  }
}

/** Reads what is said of every variant, so that one that makes no sense is met before anything is written. */
async function countQuantities(container: MedusaContainer, quantitiesOf: QuantitiesOf): Promise<number> {
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  let count = 0
  let after: string | undefined = ""
  while (after !== undefined) {
    const ids: string[] = (await setup.pageOfVariants(after, LOOKED_AT)).map(({ variant_id }) => variant_id)
    count += (await quantitiesOf(ids)).size
    after = ids.at(-1)
  }
  return count
}
