/** A product in a channel whose place in the listing may have changed, and the categories it was listed in before. */
export type Relisted = { product_id: string; sales_channel_id: string; category_ids: string[] | null }
