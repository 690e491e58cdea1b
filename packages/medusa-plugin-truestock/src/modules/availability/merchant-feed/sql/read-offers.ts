import { type Connection, query } from "../../../../database/connection"
import { IN_CHANNELS, IS_IN_ITS_CHANNEL, IS_PUBLISHED, TOLD } from "../../listing/sql/shown"
import { shownById, type ShownRow } from "../../shown"
import type { FeedOffer } from "../offer"
import { LONGEST_DESCRIPTION } from "../google-limits"

type OfferRow = ShownRow & Omit<FeedOffer, "variant_id" | "shown">

/**
 * The variants of these products with what is said of them in these channels, of several the best; by product, then
 * in the order of its variants. As in the listing, what may be shown is asked of Medusa's tables, and what is said of
 * it is the read model's; a variant that is not decided yet is no offer yet. Locks nothing.
 */
export async function readOffers(
  connection: Connection,
  productIds: string[],
  salesChannelIds: string[]
): Promise<FeedOffer[]> {
  const rows = await query<OfferRow>(
    connection,
    `select v.id, a.product_id, p.handle, p.title, p.subtitle,
       left(p.description, ${LONGEST_DESCRIPTION}) as description, v.title as variant_title,
       exists (
         select 1 from product_variant o
         where o.product_id = p.id and o.id <> v.id and o.deleted_at is null) as has_siblings,
       coalesce(nullif(v.thumbnail, ''), nullif(p.thumbnail, ''), (
         select i.url from image i where i.product_id = p.id and i.deleted_at is null
         order by i.rank, i.id limit 1)) as image,
       c.brand_name as brand,
       array_remove(array[v.ean, v.upc, v.barcode], null) as codes,
       ps.price_set_id, ${TOLD}
     from availability_variant a
     join product p on p.id = a.product_id
     join product_variant v on v.id = a.variant_id and v.product_id = p.id and v.deleted_at is null
     left join availability_channel c on c.product_id = a.product_id and c.sales_channel_id = a.sales_channel_id
     left join product_variant_price_set ps on ps.variant_id = v.id and ps.deleted_at is null
     where a.product_id = any(cast(:product_ids as text[])) and ${IN_CHANNELS}
       and ${IS_PUBLISHED} and ${IS_IN_ITS_CHANNEL}
     order by a.product_id collate "C", v.variant_rank, v.id, a.sales_channel_id`,
    { product_ids: productIds, sales_channel_ids: salesChannelIds }
  )
  const shown = shownById(rows, { expose_quantity: false })
  const first = new Map(rows.map((row) => [row.id, row]).reverse() as [string, OfferRow][])
  return [...shown].map(([id, ofVariant]) => offer(first.get(id)!, ofVariant))
}

function offer(row: OfferRow, shown: FeedOffer["shown"]): FeedOffer {
  const { id: variant_id, product_id, handle, title, subtitle, description, variant_title } = row
  const { has_siblings, image, brand, codes, price_set_id } = row
  return {
    ...{ variant_id, product_id, handle, title, subtitle, description, variant_title },
    ...{ has_siblings, image, brand, codes, price_set_id, shown },
  }
}
