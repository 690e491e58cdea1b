import type { SetupSummary } from "../modules/inventory_management"

const WHY: Record<keyof SetupSummary["left_alone"], string> = {
  not_managed: "not managed",
  kit: "kits",
  shared_item: "of a shared item",
  item_gone: "whose item was deleted (link another one)",
  sku_taken: "whose SKU another variant's item has (link an item by hand)",
}

/** What was done to variants, or would be, for people. */
export function renderSetup(summary: SetupSummary, isPlan: boolean): string[] {
  const { variants, items_created, items_taken_over, variants_managed, levels_created, units, levels_there } =
    summary
  const left = Object.entries(summary.left_alone).filter(([, count]) => count > 0)
  return [
    `${variants} variants looked at.`,
    `${items_created} items ${isPlan ? "to be " : ""}created, ${items_taken_over} taken over by their SKU; ${variants_managed} variants ${isPlan ? "to be " : ""}managed from now on.`,
    `${levels_created} levels ${isPlan ? "to be " : ""}created with ${units} units; ${levels_there} were there and stay as they are.`,
    ...left.map(([why, count]) => `Left alone: ${count} ${WHY[why as keyof typeof WHY]}.`),
    ...(isPlan ? ["Nothing was changed."] : []),
  ]
}
