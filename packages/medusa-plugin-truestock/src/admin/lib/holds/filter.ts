/** As the API calls them; `ended` = confirmed or released. */
export const HOLDS_SHOWN = ["held", "expired", "ended", "any"] as const
export type HoldsShown = (typeof HOLDS_SHOWN)[number]
