import { z } from "@medusajs/framework/zod"

/** The database and the rules write a time as text with a year of four digits, and in time zones of their own. */
const EARLIEST = new Date("0001-01-03T00:00:00Z")
const LATEST = new Date("9999-12-29T00:00:00Z")

/** A Date, a day (its midnight, UTC), or an ISO 8601 time with its zone. */
export const moment = z
  .union([z.date(), z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value))
  .refine((time) => time >= EARLIEST && time <= LATEST, "must be a time in the years 1 to 9999")
