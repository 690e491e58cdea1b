import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import type { AdjustmentInput, AdjustmentOptions } from "./adjustment"
import { MOVEMENT_REASONS, type MovementReason, REFERENCE_TYPES } from "../movement"
import { A_NOTE, id, LONGEST_NOTE, note } from "../input-fields"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import { LARGEST_QUANTITY } from "../rules/demand"

export const MOST_ADJUSTMENTS = 10_000

export const reference = z.strictObject({ type: z.enum(REFERENCE_TYPES), id }).nullish()
/** What the ledger is told of a change. */
export const told = { reason: note, note, reference }

const rowSchema = byFractions((allowFractions) => {
  const whole = (n: number) => allowFractions || Number.isInteger(n)
  return z.strictObject({
    inventory_item_id: id,
    location_id: id,
    adjustment: z
      .number()
      .refine((n) => n !== 0 && Math.abs(n) < LARGEST_QUANTITY)
      .refine(whole),
    expected_quantity: z
      .number()
      .refine((n) => Math.abs(n) < LARGEST_QUANTITY)
      .nullish(),
    ...told,
  })
})

const optionsSchema = z.strictObject({
  allow_shortfall: z.boolean().optional(),
  on_error: z.enum(["abort", "skip"]).optional(),
  ...told,
})

/** Why, as the ledger keeps it. */
export type Because = {
  reason: MovementReason
  note?: string | null
  reference_type?: string
  reference_id?: string
}

/** One row as truestock_adjust takes it; `because` where it is not that of all. */
export type AdjustmentRow = {
  n: number
  inventory_item_id: string
  location_id: string
  adjustment: number
  expected_quantity?: number | null
  because?: Because
}

/** @throws invalid_quantity, invalid_adjustment, duplicate_row, too_many_rows */
export function parseAdjustments(
  rows: AdjustmentInput[],
  options: AdjustmentOptions,
  allowFractions: boolean
): { rows: AdjustmentRow[]; because: Because; allow_shortfall: boolean; on_error: "abort" | "skip" } {
  if (rows.length === 0 || rows.length > MOST_ADJUSTMENTS) {
    throw new TruestockError(
      "too_many_rows",
      `${rows.length} adjustments were given; use 1 to ${MOST_ADJUSTMENTS}.`
    )
  }
  const shared = parseGiven(optionsSchema, options, ADJUSTMENT)
  const schema = rowSchema(allowFractions)
  const parsed = rows.map((row, n): AdjustmentRow => {
    const { reference, reason, note, ...what } = parseGiven(schema, row, ADJUSTMENT, `Row ${n}: `)
    if (!reason && !note && !reference) return { n, ...what }
    const told = (reason ?? note) ? { reason, note } : shared
    return { n, ...what, because: becauseOf({ ...told, reference: reference ?? shared.reference }) }
  })
  assertOncePerLevel(parsed)
  return {
    rows: parsed,
    because: becauseOf(shared),
    allow_shortfall: shared.allow_shortfall ?? false,
    on_error: shared.on_error ?? "abort",
  }
}

/** The same as the database takes it. */
export function becauseOf({ reason, note, reference }: z.output<z.ZodObject<typeof told>>): Because {
  return { ...resolveReason(reason, note), reference_type: reference?.type, reference_id: reference?.id }
}

/** A word of the ledger's is the reason; any other text is kept as the note of `other`. */
export function resolveReason(
  reason: string | null | undefined,
  note: string | null | undefined
): { reason: MovementReason; note?: string | null } {
  if (!reason) return { reason: "correction", note }
  if ((MOVEMENT_REASONS as readonly string[]).includes(reason))
    return { reason: reason as MovementReason, note }
  return { reason: "other", note: note ? `${reason}: ${note}` : reason }
}

function assertOncePerLevel(rows: AdjustmentRow[]): void {
  const seen = new Map<string, number>()
  for (const { n, inventory_item_id, location_id } of rows) {
    const level = JSON.stringify([inventory_item_id, location_id])
    const before = seen.get(level)
    if (before !== undefined) {
      throw new TruestockError(
        "duplicate_row",
        `Rows ${before} and ${n} are both about item ${inventory_item_id} at location ${location_id}. Add them up.`
      )
    }
    seen.set(level, n)
  }
}

export const EXPECTED_BECAUSE = {
  reason: `one of ${MOVEMENT_REASONS.join(", ")}, or a text of at most ${LONGEST_NOTE} characters`,
  note: A_NOTE,
  reference: `{ type, id } with a type of ${REFERENCE_TYPES.join(", ")}`,
}

const ADJUSTMENT: Refusing = {
  what: "An adjustment",
  whole: "it",
  code: "invalid_adjustment",
  codes: { adjustment: "invalid_quantity", expected_quantity: "invalid_quantity" },
  expected: {
    it: "an object { inventory_item_id, location_id, adjustment }",
    adjustment: "a number of units other than 0, whole unless the option allow_fractions is set",
    expected_quantity: "a number of units",
    ...EXPECTED_BECAUSE,
    on_error: "abort or skip",
    allow_shortfall: "true or false",
  },
  otherwise: "an id that is not empty",
}
