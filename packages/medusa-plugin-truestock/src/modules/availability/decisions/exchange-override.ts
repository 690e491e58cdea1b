import type { Transaction } from "../../../database/connection"
import { quoted, TruestockError } from "../../../errors"
import { type OverrideInput, parseOverride } from "../override-input"
import { hasPassed } from "../sql/has-passed"
import type { Override, OverrideScope } from "../sql/override-scope"
import { putOverride } from "../sql/put-override"
import { readOverride } from "../sql/read-override"
import { removeOverride } from "../sql/remove-override"
import { assertChannel, assertVariant } from "./assert-known"
import { type AvailabilityResult, changeProduct, type Decider } from "./change-product"

/**
 * Puts an override (null = none) in place of the one that stands for its scope, and answers that one, read under
 * the same lock. Of a variant or channel that is no more an override can still be cleared.
 *
 * @throws product_not_found, variant_not_found, sales_channel_not_found, invalid_status, invalid_override,
 * invalid_notes, invalid_expiry
 */
export async function exchangeOverride(
  decider: Decider,
  scope: OverrideScope,
  next: OverrideInput | null
): Promise<{ result: AvailabilityResult; previous: Override | null }> {
  const override = next && parseOverride(next)
  const { result, done } = await changeProduct(decider, scope.product_id, async (tx) => {
    const previous = await readOverride(tx, scope)
    if (override) await assertCanHold(tx, override)
    await write(tx, scope, override)
    return previous
  })
  return { result, previous: done }
}

/**
 * Puts back what exchangeOverride answered, as it stood: expired meanwhile or not, and whatever has become of its
 * variant and its channel. For compensation; what is new goes through exchangeOverride.
 *
 * @throws product_not_found
 */
export async function restoreOverride(
  decider: Decider,
  scope: OverrideScope,
  previous: Override | null
): Promise<AvailabilityResult> {
  return (await changeProduct(decider, scope.product_id, (tx) => write(tx, scope, previous))).result
}

async function assertCanHold(tx: Transaction, override: Override): Promise<void> {
  await assertVariant(tx, override)
  const { sales_channel_id, expires_at } = override
  await assertChannel(tx, sales_channel_id)
  if (expires_at && (await hasPassed(tx, expires_at))) {
    throw new TruestockError(
      "invalid_expiry",
      `expires_at ${quoted(expires_at)} has passed. Use a time in the future, or null for no end.`
    )
  }
}

const write = (tx: Transaction, scope: OverrideScope, override: Override | null) =>
  override ? putOverride(tx, override) : removeOverride(tx, scope)
