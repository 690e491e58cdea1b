import type { MovementReason } from "../../../modules/inventory_management/movement"
import type { StockedLevel } from "../answers"

/** Longest note that the API takes, in characters. */
export const LONGEST_NOTE = 10_000

export type Direction = "add" | "take"

export type AdjustForm = {
  locationId: string | undefined
  direction: Direction
  /** As typed. */
  units: string
  reason: MovementReason | undefined
  note: string
  allowShortfall: boolean
}

/** The body of POST /admin/inventory/adjust. */
export type AdjustBody = {
  inventory_item_id: string
  location_id: string
  adjustment: number
  expected_quantity: number
  reason: MovementReason
  note?: string
  allow_shortfall?: true
}

/** The form as it opens: at the location that the operator looks at, or the only one. */
export function adjustForm(locationId: string | undefined): AdjustForm {
  return {
    locationId,
    direction: "add",
    units: "",
    reason: undefined,
    note: "",
    allowShortfall: false,
  }
}

export function chosenLevel(levels: readonly StockedLevel[], form: AdjustForm): StockedLevel | undefined {
  if (form.locationId === undefined && levels.length === 1) return levels[0]
  return levels.find(({ location_id }) => location_id === form.locationId)
}

/** Units to add, negative to take away; undefined while none, or no number, is typed. */
export function adjustmentOf({ units, direction }: Pick<AdjustForm, "units" | "direction">) {
  const count = units.trim() === "" ? NaN : Number(units)
  if (!Number.isFinite(count) || count <= 0) return undefined
  return direction === "add" ? count : -count
}

/** What the level comes to; as far as is known here, since others may change it meanwhile. */
export function resultOf(level: StockedLevel, adjustment: number) {
  const available = level.available_quantity + adjustment
  const stocked = level.stocked_quantity + adjustment
  const warning: "negative" | "short" | undefined =
    adjustment > 0 ? undefined : stocked < 0 ? "negative" : available < 0 ? "short" : undefined
  return { stocked, available, warning }
}

/**
 * The body that the form stands for; undefined while something is missing. The stock that was shown goes with it:
 * with another one nothing is done.
 */
export function adjustBody(
  itemId: string,
  level: StockedLevel | undefined,
  form: AdjustForm
): AdjustBody | undefined {
  const adjustment = adjustmentOf(form)
  if (!level || adjustment === undefined || !form.reason) return undefined
  const note = form.note.trim()
  return {
    inventory_item_id: itemId,
    location_id: level.location_id,
    adjustment,
    expected_quantity: level.stocked_quantity,
    reason: form.reason,
    ...(note && { note }),
    ...(form.allowShortfall && adjustment < 0 && { allow_shortfall: true as const }),
  }
}
