import type { Figures } from "../../../modules/distributor/titles/title"

/** Stock of one title at one place before and after; null = not said, never none. */
export type PlaceRow = {
  /** null = all places that count, summed. */
  code: string | null
  before: number | null
  after: number | null
  on_order_before: number | null
  on_order: number | null
}

const isMoved = (row: PlaceRow) => row.before !== row.after || row.on_order_before !== row.on_order

/** The places whose figures differ, by code; and where there are several, or none, what they come to in sum. */
export function placeRows(before: Figures | null, after: Figures): PlaceRow[] {
  const [was, is] = [before?.locations ?? [], after.locations]
  const codes = [...new Set([...is, ...was].map(({ code }) => code))].sort()
  const rows = codes.map((code): PlaceRow => {
    const [old, now] = [was, is].map((places) => places.find((place) => place.code === code))
    return {
      ...{ code, before: old?.on_hand ?? null, after: now?.on_hand ?? null },
      ...{ on_order_before: old?.on_order ?? null, on_order: now?.on_order ?? null },
    }
  })
  const moved = rows.filter(isMoved)
  if (moved.length === 1 && rows.length === 1) return moved
  const sum: PlaceRow = {
    ...{ code: null, before: before?.on_hand ?? null, after: after.on_hand },
    ...{ on_order_before: before?.on_order ?? null, on_order: after.on_order },
  }
  return [...moved, sum]
}
