import "server-only"

/** Read at each request, not at the build: one build serves any shop. */
const required = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the storefront does not know its shop. npm start sets it.`)
  return value
}

export const settings = {
  /** Where the shop answers, as browsers reach it too. */
  shopUrl: () => process.env.SHOP_URL ?? "http://localhost:9000",
  publishableKey: () => required("SHOP_PUBLISHABLE_KEY"),
  regionId: () => required("SHOP_REGION_ID"),
  /** Own address, without a slash at its end: for structured data and the sitemap. */
  storefrontUrl: () => (process.env.STOREFRONT_URL ?? "http://localhost:8000").replace(/\/+$/, ""),
  /** What the shop proves itself with when it says that stock changed; none = nobody is believed. */
  revalidateSecret: () => process.env.STOREFRONT_REVALIDATE_SECRET || null,
  /** How long a page waits for the shop before it says that there is no answer. */
  timeoutMs: () => Number(process.env.SHOP_TIMEOUT_MS ?? 5000),
}
