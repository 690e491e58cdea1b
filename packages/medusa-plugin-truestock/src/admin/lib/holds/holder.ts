import type { Hold } from "../answers"

/** A cart's hold was asked for by a shopper, of whom only the storefront's key is on record. */
export type Holder = { type: "shopper" } | { type: string; id: string } | undefined

const TYPE_OF_PREFIX: Record<string, string> = { user: "user", cus: "customer", apk: "api-key" }

/** Who asked for a hold, as far as is known. */
export function holderOf({ cart_id, created_by }: Pick<Hold, "cart_id" | "created_by">): Holder {
  if (cart_id) return { type: "shopper" }
  if (!created_by) return undefined
  return { type: TYPE_OF_PREFIX[created_by.split("_")[0]!] ?? "other", id: created_by }
}

/** Those of whom the dashboard may know a name. */
export function userIdsOf(holds: readonly Hold[]): string[] {
  return holds.flatMap((hold) => {
    const holder = holderOf(hold)
    return holder && "id" in holder && holder.type === "user" ? [holder.id] : []
  })
}
