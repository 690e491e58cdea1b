import type { Check } from "../../health"

/** How the shop is set up, as far as that can be known. */
export type ShopSetup = {
  /** Medusa's default locking provider; undefined = not to be known. */
  locking_provider?: string
  /** Modules that one process does not need. */
  shared_modules: string[]
}

/** Core's own locks hold within one process only, unless a provider shares them. */
export function judgeLocking({ locking_provider, shared_modules }: ShopSetup): Check {
  const name = "locking"
  if (locking_provider === undefined) {
    return { name, status: "skipped", summary: "Which locking provider Medusa uses could not be found out." }
  }
  if (locking_provider !== "in-memory") {
    return {
      name,
      status: "ok",
      summary: `Medusa's locks are shared by all processes (${locking_provider}).`,
    }
  }
  if (shared_modules.length === 0) {
    return { name, status: "ok", summary: "Medusa's locks are in memory, which is right for one process." }
  }
  return {
    name,
    status: "warning",
    summary:
      "Medusa's locks are in memory, but the shop seems to run in several processes. Stock stays true without them; " +
      "carts and orders need them. Set up @medusajs/locking-redis or @medusajs/locking-postgres.",
    count: shared_modules.length,
    examples: shared_modules,
  }
}
