import type { CodeTable } from "./sale-term"

/**
 * ONIX list 64, what the publisher says. 00 and 09 say nothing and are left to the supplier's word. A publisher that has
 * no more still lets a supplier sell what is there; one that withdraws does not.
 */
export const ONIX_LIST_64: CodeTable = {
  "00": { sense: "unspecified", term: "yes" },
  "01": { sense: "cancelled", term: "discontinued", final: true },
  "02": { sense: "forthcoming", term: "preorder" },
  "03": { sense: "postponed indefinitely", term: "no" },
  "04": { sense: "active", term: "yes" },
  "05": { sense: "no longer this publisher's", term: "only_on_hand" },
  "06": { sense: "out of stock indefinitely", term: "only_on_hand" },
  "07": { sense: "out of print", term: "only_on_hand", final: true },
  "08": { sense: "inactive", term: "only_on_hand" },
  "09": { sense: "unknown", term: "yes" },
  "10": { sense: "remaindered", term: "only_on_hand", final: true },
  "11": { sense: "withdrawn from sale", term: "no" },
  "12": { sense: "recalled", term: "no" },
  "13": { sense: "not sold separately", term: "no" },
  "15": { sense: "recalled", term: "no" },
  "16": { sense: "temporarily withdrawn", term: "no" },
  "17": { sense: "permanently withdrawn", term: "no", final: true },
  "18": { sense: "not sold as a set", term: "no" },
}
