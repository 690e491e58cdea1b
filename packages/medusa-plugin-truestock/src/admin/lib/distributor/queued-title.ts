import type { Title } from "../../../modules/distributor/titles/title"

/** A row of the queue's table. */
export type QueuedTitle = Title & { id: string; name: string | undefined }

/** A title by the name that the source has for it; where it has none, by that of its product. */
export function queuedTitle(title: Title, products: ReadonlyMap<string, string>): QueuedTitle {
  const { ean13: id, record, product_id } = title
  const name = record.title?.title ?? (product_id === null ? undefined : products.get(product_id))
  return { ...title, id, name }
}
