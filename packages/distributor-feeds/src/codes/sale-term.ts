/**
 * What a code lets a shop do:
 * `yes` sell by quantity; `only_on_hand` sell what is there and promise nothing more; `preorder` not out yet;
 * `backorder` nothing there, more is to come or made to order; `no` sell nothing, even where copies are there;
 * `discontinued` the same, for good; `unknown` nothing was learned: what was known stays.
 */
export type SaleTerm = "yes" | "only_on_hand" | "preorder" | "backorder" | "no" | "discontinued" | "unknown"

/** By code; `final`: once sold out it does not come back. */
export type CodeTable = Readonly<Record<string, { sense: string; term: SaleTerm; final?: true } | undefined>>
