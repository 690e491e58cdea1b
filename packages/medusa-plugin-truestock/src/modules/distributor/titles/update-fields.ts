import { quoted, TruestockError } from "../../../errors"

/**
 * What an import may change of a product that the shop has already, where it is asked to. brand: the publisher;
 * publication_date and metadata (contributors, publisher, series) stand in the product's metadata.
 */
export const UPDATE_FIELDS = [
  "title",
  "subtitle",
  "description",
  "price",
  "brand",
  "publication_date",
  "metadata",
] as const
export type UpdateField = (typeof UPDATE_FIELDS)[number]

/** @throws invalid_parameter */
export function parseUpdateFields(given: readonly string[]): UpdateField[] {
  return [...new Set(given)].map((name) => {
    const field = UPDATE_FIELDS.find((known) => known === name)
    if (field) return field
    throw new TruestockError(
      "invalid_parameter",
      `update has the field ${quoted(name)}; use some of ${UPDATE_FIELDS.join(", ")}.`
    )
  })
}
