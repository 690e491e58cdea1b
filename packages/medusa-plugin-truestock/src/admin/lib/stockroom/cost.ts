import { unitsOrNone } from "./units"

/** `unitCost` as typed. */
export type CostForm = { unitCost: string; currency: string | undefined }

/** As the API takes it: both, or none of it. undefined while a number is typed that is none. */
export function costBody({ unitCost, currency }: CostForm) {
  if (unitCost.trim() === "") return {}
  const unit_cost = unitsOrNone(unitCost)
  return unit_cost === undefined || !currency ? undefined : { unit_cost, currency_code: currency }
}
