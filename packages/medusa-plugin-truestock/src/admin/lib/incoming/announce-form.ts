import { linesBody, type DraftLine } from "../stockroom/lines"

/** One announcement: a delivery of each of its items. */
export type AnnounceForm = {
  locationId: string | undefined
  expectedAt: Date | null
  supplier: string
  note: string
  lines: DraftLine[]
}

export const announceForm = (locationId: string | undefined): AnnounceForm => ({
  ...{ locationId, expectedAt: null, supplier: "", note: "", lines: [] },
})

/** The body of POST /admin/inventory/incoming; undefined while something is missing. */
export function announceBody({ locationId, expectedAt, supplier, note, lines }: AnnounceForm) {
  const wanted = linesBody(lines)
  if (!locationId || !wanted) return undefined
  const shared = {
    location_id: locationId,
    ...(expectedAt && { expected_at: expectedAt.toISOString() }),
    ...(supplier.trim() && { supplier: supplier.trim() }),
    ...(note.trim() && { note: note.trim() }),
  }
  return { incoming: wanted.map((line) => ({ ...line, ...shared })) }
}
