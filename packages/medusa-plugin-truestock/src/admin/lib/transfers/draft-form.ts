import type { TransferPaper } from "../stockroom/answers"
import { linesBody, type DraftLine } from "../stockroom/lines"

export type DraftForm = {
  fromId: string | undefined
  toId: string | undefined
  lines: DraftLine[]
  note: string
}

/** A new transfer, or a draft that is there. */
export function draftForm(transfer?: TransferPaper): DraftForm {
  return {
    fromId: transfer?.from_location_id,
    toId: transfer?.to_location_id,
    lines: (transfer?.lines ?? []).map(({ inventory_item_id: id, sku, title, product_title, quantity }) => ({
      item: { id, sku, title, product_title },
      units: String(quantity),
    })),
    note: transfer?.note ?? "",
  }
}

/** Where it leads from or to is chosen again; items are searched where they are, so others must be chosen then. */
export function chooseOrigin(form: DraftForm, fromId: string): DraftForm {
  if (fromId === form.fromId) return form
  return { ...form, fromId, toId: form.toId === fromId ? undefined : form.toId, lines: [] }
}

/** The body of POST /admin/inventory/transfers; undefined while something is missing. */
export function draftBody({ fromId, toId, lines, note }: DraftForm) {
  const wanted = linesBody(lines)
  if (!fromId || !toId || fromId === toId || !wanted) return undefined
  return {
    ...{ from_location_id: fromId, to_location_id: toId, lines: wanted },
    ...(note.trim() && { note: note.trim() }),
  }
}

/** The body of POST /admin/inventory/transfers/:id, which takes the place of all lines. */
export function changedDraftBody(form: DraftForm) {
  const body = draftBody(form)
  return body && { lines: body.lines, note: form.note.trim() || null }
}
