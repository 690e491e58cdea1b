import { quoted, TruestockError } from "../../errors"

/** By id: newest first, or oldest first. */
export const MOVEMENT_ORDERS = ["-id", "id"] as const
export type MovementOrder = (typeof MOVEMENT_ORDERS)[number]

/** Raise when a cursor comes to mean something else: older ones are refused then, not misread. */
const VERSION = "1"
const HIGHEST_ID = 2n ** 63n - 1n

/** Where a page ended: the id of its last movement and the order it was read in. */
export function movementCursor(order: MovementOrder, id: string): string {
  return Buffer.from(`${VERSION}:${order}:${id}`).toString("base64url")
}

/**
 * The id after which a page begins.
 *
 * @throws invalid_cursor, also for one of the other order: it would silently answer the wrong half
 */
export function idOfCursor(cursor: string, order: MovementOrder): string {
  const written = typeof cursor === "string" ? Buffer.from(cursor, "base64url").toString("latin1") : ""
  const [version, ofOrder, id = "", ...rest] = written.split(":")
  const isOurs =
    version === VERSION && rest.length === 0 && /^[1-9]\d{0,18}$/.test(id) && BigInt(id) <= HIGHEST_ID
  if (isOurs && ofOrder !== order && MOVEMENT_ORDERS.includes(ofOrder as MovementOrder)) {
    throw new TruestockError(
      "invalid_cursor",
      `Cursor ${quoted(cursor)} belongs to order ${ofOrder}, not ${order}. Ask for the order it was made in.`
    )
  }
  if (!isOurs || ofOrder !== order || movementCursor(order, id) !== cursor) {
    throw new TruestockError(
      "invalid_cursor",
      `Cursor ${quoted(cursor)} is none of ours. Use next_cursor of the page before, or none for the first page.`
    )
  }
  return id
}
