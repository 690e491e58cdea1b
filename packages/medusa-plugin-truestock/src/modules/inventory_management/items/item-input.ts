import { z } from "@medusajs/framework/zod"
import { isStorableJson, jsonText } from "../../../storable-text"
import { becauseOf, EXPECTED_BECAUSE, told } from "../adjustments/adjustment-input"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import { LARGEST_QUANTITY } from "../rules/demand"
import type { InventoryItemInput, InventoryLevelInput } from "./item"

const LONGEST_SKU = 255
const LONGEST_TITLE = 1_000

const id = jsonText.min(1).max(255)
const isNotBlank = (text: string) => text.trim() !== ""

const itemSchema = z.strictObject({
  sku: jsonText.max(LONGEST_SKU).refine(isNotBlank),
  variant_id: id.nullish(),
  title: jsonText.max(LONGEST_TITLE).refine(isNotBlank).nullish(),
  metadata: z
    .record(z.string(), z.unknown())
    .refine((metadata) => isStorableJson(metadata))
    .nullish(),
})

const levelSchema = byFractions((allowFractions) =>
  z.strictObject({
    inventory_item_id: id,
    location_id: id,
    stocked_quantity: z
      .number()
      .min(0)
      .lt(LARGEST_QUANTITY)
      .refine((n) => allowFractions || Number.isInteger(n)),
    ...told,
  })
)

/** @throws invalid_item */
export function parseItem(input: InventoryItemInput) {
  return parseGiven(itemSchema, input, ITEM)
}

/** A level as truestock_create_level takes it, but for its id. @throws invalid_level, invalid_quantity */
export function parseLevel(input: InventoryLevelInput, allowFractions: boolean) {
  const { reason, note, reference, ...level } = parseGiven(levelSchema(allowFractions), input, LEVEL)
  return { ...level, because: becauseOf({ reason, note, reference }) }
}

const ITEM: Refusing = {
  what: "An inventory item",
  whole: "it",
  code: "invalid_item",
  codes: {},
  expected: {
    it: "an object { sku, variant_id?, title?, metadata? }",
    sku: `a text of 1 to ${LONGEST_SKU} characters, not all of them blank`,
    title: `a text of 1 to ${LONGEST_TITLE} characters, not all of them blank`,
    metadata:
      "an object of JSON whose texts the database can hold: no zero byte, no half character; at most 100 levels deep",
  },
  otherwise: "an id that is not empty",
}

const LEVEL: Refusing = {
  what: "A level",
  whole: "it",
  code: "invalid_level",
  codes: { stocked_quantity: "invalid_quantity" },
  expected: {
    ...EXPECTED_BECAUSE,
    it: "an object { inventory_item_id, location_id, stocked_quantity }",
    stocked_quantity: "a number of units from 0, whole unless the option allow_fractions is set",
  },
  otherwise: "an id that is not empty",
}
