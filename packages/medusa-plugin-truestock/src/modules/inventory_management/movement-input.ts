import { quoted, TruestockError } from "../../errors"
import { isStorable } from "../../storable-text"
import { idOfCursor, MOVEMENT_ORDERS, type MovementOrder } from "./movement-cursor"
import type { MovementPage } from "./sql/list-movements"
import type { HistoryQuestion } from "./sql/read-history"

export const MOST_MOVEMENTS = 500
export const MOST_POINTS = 1_000
const DAY_MS = 86_400_000
const HISTORY_DAYS = 30

/** Whose history, and of which time. */
export type HistoryInput = Pick<HistoryQuestion, "inventory_item_id" | "location_id"> &
  Partial<HistoryQuestion>

/** Which page of the movements: as callers ask for it. */
export type PageInput = {
  /** Default: newest first. */
  order?: MovementOrder
  /** At most 500; default 50. */
  limit?: number
  /** `next_cursor` of the page before; none = the first page. */
  cursor?: string | null
}

/** @throws invalid_order, invalid_limit, invalid_cursor */
export function parsePage({ order = "-id", limit = 50, cursor }: PageInput): MovementPage {
  if (!MOVEMENT_ORDERS.includes(order)) {
    throw new TruestockError(
      "invalid_order",
      `Order ${quoted(order)} is none of ${MOVEMENT_ORDERS.join(", ")}.`
    )
  }
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_MOVEMENTS)
  return { order, limit, after: cursor === undefined || cursor === null ? null : idOfCursor(cursor, order) }
}

/** @throws invalid_date, invalid_parameter */
export function parseHistory(asked: HistoryInput, now: Date): HistoryQuestion {
  const { points = 200, to = now } = asked
  assertFilters(asked)
  const from = asked.from ?? new Date(to.getTime() - HISTORY_DAYS * DAY_MS)
  assertSpan(from, to)
  assertWhole("invalid_parameter", "points", points, 2, MOST_POINTS)
  return { ...asked, from, to, points }
}

/** @throws invalid_date, invalid_parameter */
export function assertFilters(filters: { from?: Date; to?: Date }): void {
  assertSpan(filters.from, filters.to)
  assertStorable(filters)
}

/** @throws invalid_parameter for text that the database cannot hold */
export function assertStorable(filters: object): void {
  for (const [name, value] of Object.entries(filters)) {
    if (typeof value === "string" && !isStorable(value)) {
      throw new TruestockError(
        "invalid_parameter",
        `${name} has the value ${quoted(value)}; it must not contain a zero byte.`
      )
    }
  }
}

/** @throws invalid_date for what is no moment, or a span that ends before it begins */
export function assertSpan(from?: Date, to?: Date): void {
  for (const [name, time] of Object.entries({ from, to })) {
    if (time !== undefined && !(time instanceof Date && Number.isFinite(time.getTime()))) {
      throw new TruestockError(
        "invalid_date",
        `Date ${name} has the value ${quoted(String(time))}; it is none.`
      )
    }
  }
  if (from && to && from > to) {
    throw new TruestockError(
      "invalid_date",
      `From ${from.toISOString()} is after to ${to.toISOString()}. Exchange them.`
    )
  }
}

/** @throws the code, unless the number is whole and within its bounds */
export function assertWhole(
  code: "invalid_limit" | "invalid_offset" | "invalid_parameter",
  what: string,
  number: number,
  least: number,
  most: number
): void {
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new TruestockError(
      code,
      `${what} ${quoted(number)} is out of bounds. Use a whole number from ${least} to ${most}.`
    )
  }
}
