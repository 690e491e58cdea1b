import type { TitleRecord, UpdateField } from "../../modules/distributor"

/** What a product says now, of what an import may change. */
export type KnownProduct = {
  title: string
  subtitle: string | null
  description: string | null
  metadata: Record<string, unknown> | null
}

export type ProductChanges = Partial<Pick<KnownProduct, "title" | "subtitle" | "description" | "metadata">>

/**
 * What is to change of a product so that the fields named are as the distributor says; null = nothing. What he does not
 * know stays, and so does everything that is not named.
 */
export function productChanges(
  record: Pick<TitleRecord, "title" | "dates">,
  product: KnownProduct,
  fields: readonly UpdateField[]
): ProductChanges | null {
  const { title } = record
  const said = {
    ...(fields.includes("title") && { title: title?.title }),
    ...(fields.includes("subtitle") && { subtitle: title?.subtitle }),
    ...(fields.includes("description") && { description: title?.description }),
  }
  const noted = {
    ...(fields.includes("brand") && { publisher: title?.publisher }),
    ...(fields.includes("publication_date") && { publication_date: record.dates.publication?.date }),
    ...(fields.includes("metadata") && {
      ...{ contributors: title?.contributors, publisher: title?.publisher, series: title?.series },
    }),
  }
  const changed = differing(said, product)
  const metadata = differing(noted, product.metadata ?? {})
  const isSame = Object.keys(changed).length === 0 && Object.keys(metadata).length === 0
  return isSame ? null : { ...changed, ...(Object.keys(metadata).length > 0 && { metadata }) }
}

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)

const differing = (said: object, there: object) =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) =>
        isSaid(value) && JSON.stringify(value) !== JSON.stringify((there as Record<string, unknown>)[name])
    )
  )
