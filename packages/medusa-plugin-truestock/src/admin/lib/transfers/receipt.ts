import type { NamedTransferLine } from "../stockroom/answers"
import { unitsOrNone } from "../stockroom/units"

/** What came of each item, as typed; nothing typed = none. */
export type ArrivedUnits = Record<string, string>

type Line = Pick<NamedTransferLine, "inventory_item_id" | "in_transit_quantity">

/** All that is on its way, unless the operator says otherwise. `none`: nothing of it, as where it is reported lost. */
export function arrivedUnits(lines: readonly Line[], none: boolean): ArrivedUnits {
  return Object.fromEntries(
    onTheWay(lines).map((line) => [line.inventory_item_id, none ? "0" : String(line.in_transit_quantity)])
  )
}

export function onTheWay<OfPaper extends Line>(lines: readonly OfPaper[]): OfPaper[] {
  return lines.filter((line) => line.in_transit_quantity > 0)
}

/** Units that would be lost if nothing more came. */
export function missingUnits(lines: readonly Line[], arrived: ArrivedUnits): number {
  return onTheWay(lines).reduce((missing, line) => {
    const came = unitsOrNone(arrived[line.inventory_item_id] ?? "") ?? 0
    return missing + Math.max(0, line.in_transit_quantity - came)
  }, 0)
}

/** The body of POST /admin/inventory/transfers/:id/receive; undefined while it would say nothing. */
export function arrivalBody(lines: readonly Line[], arrived: ArrivedUnits, isFinal: boolean) {
  const came = onTheWay(lines).map(({ inventory_item_id }) => {
    const typed = arrived[inventory_item_id] ?? ""
    return { inventory_item_id, quantity: typed.trim() === "" ? 0 : unitsOrNone(typed) }
  })
  if (came.some(({ quantity }) => quantity === undefined)) return undefined
  const some = came.filter(({ quantity }) => quantity !== 0)
  if (some.length === 0 && !isFinal) return undefined
  return { lines: some, ...(isFinal && { is_final: true }) }
}
