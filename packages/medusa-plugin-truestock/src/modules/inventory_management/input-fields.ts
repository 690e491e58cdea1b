import { z } from "@medusajs/framework/zod"
import { jsonText } from "../../storable-text"
import { LARGEST_QUANTITY } from "./rules/demand"

/* Fields that the objects of several operations have in common. */

export const LONGEST_NOTE = 10_000

export const id = jsonText.min(1).max(255)
export const note = jsonText.max(LONGEST_NOTE).nullish()

/** Units: above zero, and whole unless the shop sells fractions. */
export const units = (allowFractions: boolean) =>
  z
    .number()
    .positive()
    .lt(LARGEST_QUANTITY)
    .refine((n) => allowFractions || Number.isInteger(n))

/** The same, or none. */
export const unitsOrNone = (allowFractions: boolean) => z.union([z.literal(0), units(allowFractions)])

/** A moment, as a time with its zone. Not every time that JavaScript and ISO 8601 know is one to Postgres. */
export const moment = z
  .union([z.date(), z.iso.datetime({ offset: true })])
  .transform((time) => new Date(time))
  .refine((time) => time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999)
  .transform((time) => time.toISOString())

/** What units cost, each; with its currency or not at all. */
export const cost = {
  unit_cost: z.number().nonnegative().lt(LARGEST_QUANTITY).nullish(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .nullish(),
}

export const UNITS = "a number of units above 0, whole unless the option allow_fractions is set"
export const A_COST = "what a unit costs: a number that is not negative"
export const A_CURRENCY = "the three letters of a currency (eur)"
export const A_NOTE = `a text of at most ${LONGEST_NOTE} characters`
