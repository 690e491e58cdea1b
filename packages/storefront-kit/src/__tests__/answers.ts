import type { Answer } from "./loopback-shop.js"

const availability = {
  status: "low_stock",
  purchasable: true,
  quantity: 3,
  available_on: null,
  lead_time_days: null,
  eta: null,
}

/** A card as the listing serves it. */
export const card = (id: string) => ({
  id,
  title: `Book ${id}`,
  subtitle: null,
  handle: `book-${id}`,
  thumbnail: null,
  brand: { id: "brand_1", name: "Picador" },
  price: { amount: 12.5, currency_code: "usd" },
  availability,
})

/** A page of the listing with these products. */
export const listing = (ids: string[], rest: object = {}): Answer => ({
  body: { products: ids.map(card), count: ids.length, offset: 0, limit: 20, next_cursor: null, ...rest },
})

export const refusal: Answer = {
  status: 400,
  body: {
    code: "invalid_status",
    type: "invalid_data",
    message: 'Parameter status has the value "sold"; it must be one or more of in_stock, low_stock, or any.',
  },
}

export const notFound: Answer = {
  status: 404,
  body: { code: "product_not_found", type: "not_found", message: 'There is no product "prod_none".' },
}

/** What a cart holds, as the shop answers it; `now` is the database's clock. */
export const cartHeld = (now: string, expires_at: string, cart_id = "cart_1"): Answer => ({
  body: {
    hold: {
      ...{ cart_id, now, expires_at },
      lines: [{ line_item_id: "cali_1", variant_id: "variant_1", quantity: 2, expires_at }],
    },
  },
})

export const nothingHeld: Answer = { body: { hold: null } }

export const tooMany: Answer = {
  status: 409,
  body: {
    code: "insufficient_inventory",
    type: "conflict",
    message: "Insufficient inventory: 2 are asked for, and there is 1.",
    inventory_item_id: "iitem_1",
    location_id: "sloc_1",
    requested: 2,
    available: 1,
  },
}
