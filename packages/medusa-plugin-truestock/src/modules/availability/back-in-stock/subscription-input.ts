import { randomBytes } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { newId } from "../../../database/new-id"
import { quoted, TruestockError } from "../../../errors"
import { isStorable } from "../../../storable-text"

/** What a shopper asks to be told of. Without a variant any of the product's will do. */
export type SubscriptionInput = {
  product_id: string
  variant_id?: string | null
  /** An e-mail address. */
  email: string
  /** The channels the shopper sees. */
  sales_channel_ids: string[]
}

export type NewSubscription = Required<SubscriptionInput> & { id: string; token: string }

const LONGEST_ADDRESS = 254
const address = z.email().max(LONGEST_ADDRESS)
const TOKEN_BYTES = 24
const TOKEN = /^[A-Za-z0-9_-]{32}$/

/** @throws invalid_email, variant_not_found */
export function parseSubscription(input: SubscriptionInput): NewSubscription {
  const email = parseEmail(input.email)
  const variant_id = input.variant_id ?? null
  if (variant_id !== null && (typeof variant_id !== "string" || !isStorable(variant_id))) {
    throw new TruestockError(
      "variant_not_found",
      `There is no variant ${quoted(variant_id)} of this product.`
    )
  }
  return {
    id: newId("notify"),
    // What a letter to the address proves, and nobody guesses.
    token: randomBytes(TOKEN_BYTES).toString("base64url"),
    product_id: input.product_id,
    variant_id,
    email,
    sales_channel_ids: [...new Set(input.sales_channel_ids)].sort(),
  }
}

/** @throws invalid_email */
export function parseEmail(given: unknown): string {
  const parsed = address.safeParse(typeof given === "string" ? given.trim() : given)
  if (!parsed.success) {
    throw new TruestockError(
      "invalid_email",
      `email ${quoted(given)} is no e-mail address; use one such as reader@example.com.`
    )
  }
  return parsed.data
}

/** @throws invalid_token */
export function parseToken(given: unknown): string {
  if (typeof given !== "string" || !TOKEN.test(given)) {
    throw new TruestockError(
      "invalid_token",
      `token ${quoted(given)} is none; use the one of the message that was sent.`
    )
  }
  return given
}
