import type { Target, VariantFacts } from "./setup"

/** Why nothing is done to a variant. */
export const LEFT_ALONE = ["not_managed", "kit", "shared_item", "item_gone", "sku_taken"] as const
export type LeftAlone = (typeof LEFT_ALONE)[number]

export type PlannedVariant = {
  variant_id: string
  left_alone: LeftAlone | null
  /** The item that waits for it under its SKU. */
  takes_over: string | null
  /** It has no item, and none is waiting: core makes one. */
  needs_item: boolean
  /** Core is to count its stock from now on. */
  becomes_managed: boolean
  /** Levels that are not there yet; `code` as in the setup. */
  levels: { code: string; stocked_quantity: number }[]
  /** Levels that are there, and stay as they are. */
  levels_there: number
}

/**
 * What a variant lacks of what is wanted of it. What is there is never changed: a variant keeps its item, a level its
 * stock; kits and shared items are left alone, since what they need is a matter of several variants.
 *
 * @param idOf the id of a location by its code; undefined = it is about to be created
 */
export function planVariant(
  facts: VariantFacts,
  wanted: Target,
  idOf: (code: string) => string | undefined
): PlannedVariant {
  const left_alone = whyLeftAlone(facts, wanted)
  const { variant_id } = facts
  const nothing = { takes_over: null, needs_item: false, becomes_managed: false, levels: [], levels_there: 0 }
  if (left_alone !== null) return { variant_id, left_alone, ...nothing }

  const item = facts.items[0] ?? facts.item_of_sku
  const isThere = (code: string) => item?.location_ids.includes(idOf(code) ?? "") ?? false
  const codes = Object.keys(wanted.stock)
  const missing = codes.filter((code) => !isThere(code))
  return {
    variant_id,
    left_alone,
    takes_over: facts.items.length === 0 && item ? item.inventory_item_id : null,
    needs_item: !item,
    becomes_managed: !facts.manage_inventory,
    levels: missing.map((code) => ({ code, stocked_quantity: wanted.stock[code]! })),
    levels_there: codes.length - missing.length,
  }
}

function whyLeftAlone({ items, has_link, item_of_sku }: VariantFacts, wanted: Target): LeftAlone | null {
  if (!wanted.manage_inventory) return "not_managed"
  if (items.length > 1 || items.some(({ required_quantity }) => required_quantity !== 1)) return "kit"
  if (items.some(({ is_shared }) => is_shared)) return "shared_item"
  if (items.length > 0) return null
  if (has_link) return "item_gone"
  return item_of_sku && !item_of_sku.is_free ? "sku_taken" : null
}
