import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../errors"
import { storableText } from "../../../storable-text"
import type { ListingOrder } from "./listing-query"

/** The row that a page ended with: its sort value as the database writes it (null = no price), and its product. */
export type Cursor = { value: string | null; product_id: string }

const LONGEST_CURSOR = 2_000

const number = /^-?\d{1,500}(\.\d{1,500})?$/
/** With the offset of whatever time zone the database writes in; it reads none beyond 15 hours. */
const moment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d){1,2}$/

const time = z.string().regex(moment).refine(isOnCalendar)

/** What a sort's values look like: anything else was not written by us, and is not handed to the database. */
const VALUE_OF: Record<ListingOrder["by"], z.ZodType<string | null>> = {
  availability: z.string().regex(/^\d$/),
  title: storableText,
  created_at: time,
  updated_at: time,
  price: z.string().regex(number).nullable(),
}

const nameOf = (order: ListingOrder) => `${order.descending ? "-" : ""}${order.by}`

/** Opaque to clients. It carries the order it belongs to: a cursor of another one is refused. */
export function writeCursor({ value, product_id }: Cursor, order: ListingOrder): string {
  return Buffer.from(JSON.stringify([nameOf(order), value, product_id])).toString("base64url")
}

/** @throws invalid_cursor */
export function readCursor(text: string, order: ListingOrder): Cursor {
  const shape = z.tuple([z.literal(nameOf(order)), VALUE_OF[order.by], storableText.min(1).max(255)])
  const parsed = shape.safeParse(decoded(text))
  if (!parsed.success) {
    throw new TruestockError(
      "invalid_cursor",
      `Cursor ${quoted(text)} is not one that this listing gave with order ${nameOf(order)}. Begin without one.`
    )
  }
  return { value: parsed.data[1], product_id: parsed.data[2] }
}

/** Neither 30 February, which JavaScript takes for 2 March, nor the year 0: the database would choke on them. */
function isOnCalendar(text: string): boolean {
  const day = text.slice(0, 10)
  const midnight = new Date(`${day}T00:00:00Z`)
  return day >= "0001" && !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}

function decoded(text: string): unknown {
  try {
    return text.length > LONGEST_CURSOR ? null : JSON.parse(Buffer.from(text, "base64url").toString())
  } catch {
    return null
  }
}
