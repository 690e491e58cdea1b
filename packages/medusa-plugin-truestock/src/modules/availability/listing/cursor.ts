import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../errors"
import { storableText } from "../../../storable-text"
import type { ListingOrder } from "./listing-query"

/** The row that a page ended with: its sort value as the database writes it (null = no price), and its product. */
export type Cursor = { value: string | null; product_id: string }

const LONGEST_CURSOR = 2_000

const number = /^-?\d{1,20}(\.\d{1,20})?$/
const moment = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d$/

/** What a sort's values look like: anything else was not written by us, and is not handed to the database. */
const VALUE_OF: Record<ListingOrder["by"], z.ZodType<string | null>> = {
  availability: z.string().regex(/^\d$/),
  title: storableText,
  created_at: z.string().regex(moment),
  updated_at: z.string().regex(moment),
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
  if (!parsed.success || (order.by !== "price" && order.by !== "title" && !isMoment(order, parsed.data[1]))) {
    throw new TruestockError(
      "invalid_cursor",
      `Cursor ${quoted(text)} is not one that this listing gave with order ${nameOf(order)}. Begin without one.`
    )
  }
  return { value: parsed.data[1], product_id: parsed.data[2] }
}

/** A date that the pattern lets through but no calendar has. */
function isMoment(order: ListingOrder, value: string | null): boolean {
  return order.by === "availability" || !Number.isNaN(Date.parse(value ?? ""))
}

function decoded(text: string): unknown {
  try {
    return text.length > LONGEST_CURSOR ? null : JSON.parse(Buffer.from(text, "base64url").toString())
  } catch {
    return null
  }
}
