import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import { id, moment, note, UNITS, units } from "../input-fields"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import type { ReservationInput } from "./reservation"

/** Lines that are one decision. */
export const MOST_LINES = 1_000
const LONGEST_TTL_SECONDS = 366 * 86_400

const expiry = {
  expires_at: moment.nullish(),
  ttl_seconds: z.number().int().min(1).max(LONGEST_TTL_SECONDS).nullish(),
}

const lineSchema = byFractions((allowFractions) =>
  z.strictObject({
    inventory_item_id: id,
    location_id: id,
    quantity: units(allowFractions),
    line_item_id: id.nullish(),
    allow_backorder: z.boolean().optional(),
    ...expiry,
    description: note,
    external_id: note,
    created_by: note,
    metadata: z
      .record(z.string(), z.unknown())
      .refine((metadata) => isStorableJson(metadata))
      .nullish(),
  })
)

const confirmationSchema = byFractions((allowFractions) =>
  z.strictObject({
    id,
    quantity: units(allowFractions).nullish(),
    consume: z.boolean().optional(),
    line_item_id: id.nullish(),
  })
)

const releaseSchema = z.strictObject({ id })
const extensionSchema = z.strictObject({ id, ...expiry })

/** A line as truestock_reserve takes it, but for its id. */
export type ReservedLine = z.output<ReturnType<typeof lineSchema>>

/** @throws invalid_reservation, invalid_quantity, invalid_expiry, too_many_rows */
export function parseReservations(lines: ReservationInput[], allowFractions: boolean): ReservedLine[] {
  if (lines.length === 0 || lines.length > MOST_LINES) {
    throw new TruestockError("too_many_rows", `${lines.length} lines were given; use 1 to ${MOST_LINES}.`)
  }
  const schema = lineSchema(allowFractions)
  return lines.map((line) => oneExpiry(parseGiven(schema, line, RESERVATION)))
}

/** @throws invalid_quantity, invalid_reservation */
export function parseConfirmation(confirmation: object, allowFractions: boolean): object {
  return parseGiven(confirmationSchema(allowFractions), confirmation, RESERVATION)
}

/** @throws invalid_reservation */
export function parseRelease(release: object): object {
  return parseGiven(releaseSchema, release, RESERVATION)
}

/** @throws invalid_expiry, invalid_reservation */
export function parseExtension(extension: object): object {
  const parsed = oneExpiry(parseGiven(extensionSchema, extension, RESERVATION))
  if (!parsed.expires_at && !parsed.ttl_seconds) {
    throw new TruestockError(
      "invalid_expiry",
      "Say how long the reservation is to last: ttl_seconds or expires_at."
    )
  }
  return parsed
}

const RESERVATION: Refusing = {
  what: "A reservation",
  whole: "reservation",
  code: "invalid_reservation",
  codes: { quantity: "invalid_quantity", expires_at: "invalid_expiry", ttl_seconds: "invalid_expiry" },
  expected: {
    reservation: "an object { inventory_item_id, location_id, quantity }",
    quantity: UNITS,
    expires_at: "a time to come, with its zone (2026-11-21T09:30:00Z)",
    metadata:
      "an object of JSON whose texts the database can hold: no zero byte, no half character; at most 100 levels deep",
    ttl_seconds: `a whole number of seconds from 1 to ${LONGEST_TTL_SECONDS}`,
  },
  otherwise: "an id or a text that is not empty",
}

function oneExpiry<Line extends { expires_at?: unknown; ttl_seconds?: unknown }>(line: Line): Line {
  if (line.expires_at && line.ttl_seconds) {
    throw new TruestockError("invalid_expiry", "Give expires_at or ttl_seconds, not both.")
  }
  return line
}
