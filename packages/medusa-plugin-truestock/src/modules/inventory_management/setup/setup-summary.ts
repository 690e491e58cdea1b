import { LEFT_ALONE, type LeftAlone, type PlannedVariant } from "./plan-variant"

/** What was done (or would be), in numbers. */
export type SetupSummary = {
  variants: number
  items_created: number
  items_taken_over: number
  variants_managed: number
  levels_created: number
  units: number
  levels_there: number
  left_alone: Record<LeftAlone, number>
}

export const emptySummary = (): SetupSummary => ({
  variants: 0,
  items_created: 0,
  items_taken_over: 0,
  variants_managed: 0,
  levels_created: 0,
  units: 0,
  levels_there: 0,
  left_alone: Object.fromEntries(LEFT_ALONE.map((why) => [why, 0])) as Record<LeftAlone, number>,
})

/** Adds planned variants to what was counted before. */
export function countPlanned(summary: SetupSummary, planned: PlannedVariant[]): void {
  for (const each of planned) {
    summary.variants++
    if (each.left_alone) summary.left_alone[each.left_alone]++
    if (each.takes_over) summary.items_taken_over++
    if (each.needs_item) summary.items_created++
    if (each.becomes_managed) summary.variants_managed++
    summary.levels_created += each.levels.length
    summary.levels_there += each.levels_there
    summary.units += each.levels.reduce((sum, { stocked_quantity }) => sum + stocked_quantity, 0)
  }
}
