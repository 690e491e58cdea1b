import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { quoted, TruestockError } from "../../../errors"
import type { TruestockOptions } from "../../../options"
import { isStorable } from "../../../storable-text"
import { isShownIn } from "../sql/is-shown-in"
import { isVariantOf } from "../sql/is-variant-of"
import { addSubscription } from "./sql/add-subscription"
import { parseSubscription, type SubscriptionInput } from "./subscription-input"

/**
 * Notes that somebody waits for a product or variant. Asked again while they wait, it changes nothing; with
 * `double_opt_in` it lets the confirmation be sent again, ten minutes after the last at the earliest.
 *
 * @throws invalid_email, product_not_found (also what these channels do not show), variant_not_found
 */
export async function subscribe(
  connection: Knex,
  options: TruestockOptions,
  input: SubscriptionInput
): Promise<void> {
  const subscription = parseSubscription(input)
  const { product_id, variant_id, sales_channel_ids } = subscription
  if (!isStorable(product_id) || !(await isShownIn(connection, product_id, sales_channel_ids))) {
    throw new TruestockError("product_not_found", `Product ${quoted(product_id)} not found`)
  }
  if (variant_id !== null && !(await isVariantOf(connection, variant_id, product_id))) {
    throw new TruestockError(
      "variant_not_found",
      `There is no variant ${quoted(variant_id)} of product ${quoted(product_id)}.`
    )
  }
  await connection.transaction((tx) => addSubscription(tx, subscription, !options.notify.double_opt_in))
}
