import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import type { SourceOptions, Title } from "../../modules/distributor"

export type ProductPlace = { sales_channel_ids: string[]; shipping_profile_id: string | null }

const GRAMS_PER_POUND = 453.59237
const FORMAT = "Format"

/** The product of a title that the shop does not have: SKU and EAN are its ISBN-13. Null where it has no name yet. */
export function newProduct(
  { ean13, record }: Pick<Title, "ean13" | "record">,
  source: Pick<SourceOptions, "id" | "new_product_status">,
  { sales_channel_ids, shipping_profile_id }: ProductPlace
): CreateProductWorkflowInputDTO | null {
  const { title, list_price, dates, weight_pounds } = record
  if (!title?.title) return null
  const format = title.binding ?? "Book"
  const price = list_price && {
    amount: Number(list_price.amount),
    currency_code: list_price.currency.toLowerCase(),
  }
  return {
    title: title.title,
    subtitle: title.subtitle ?? undefined,
    description: title.description ?? undefined,
    // Two books may have one name; their numbers differ.
    handle: `${slugOf(title.title)}-${ean13}`,
    status: source.new_product_status,
    metadata: {
      source: source.id,
      contributors: title.contributors,
      publisher: title.publisher,
      series: title.series,
      publication_date: dates.publication?.date ?? null,
    },
    options: [{ title: FORMAT, values: [format] }],
    variants: [
      {
        ...{ title: format, sku: ean13, ean: ean13, manage_inventory: true, allow_backorder: false },
        upc: record.identifiers.upc ?? undefined,
        weight: weight_pounds === null ? undefined : Math.round(weight_pounds * GRAMS_PER_POUND),
        options: { [FORMAT]: format },
        prices: price ? [price] : [],
      },
    ],
    sales_channels: sales_channel_ids.map((id) => ({ id })),
    ...(shipping_profile_id !== null && { shipping_profile_id }),
  }
}

const slugOf = (title: string) =>
  title
    .normalize("NFKD")
    // Accents come off their letters.
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80) || "title"
