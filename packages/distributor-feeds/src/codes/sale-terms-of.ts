import type { CodedStatus, StockRecord } from "../record"
import { INGRAM_PUBLISHER_STATUS } from "./ingram-publisher-status"
import { ONIX_LIST_64 } from "./onix-list-64"
import { ONIX_LIST_65 } from "./onix-list-65"
import type { CodeTable, SaleTerm } from "./sale-term"

export type SaleTerms = {
  term: SaleTerm
  /** The supplier restricts whom it may be sold to: not to be sold until the shop has mapped `record.restricted`. */
  restricted: boolean
  /** Once sold out it does not come back. */
  final: boolean
  /** The code that decided and its sense, such as `ingram WS: withdrawn from sale`; null where none did. */
  reason: string | null
}

type Verdict = Pick<SaleTerms, "term" | "final" | "reason">

const TABLES: Record<CodedStatus["scheme"], { table: CodeTable; unknownCode: SaleTerm } | null> = {
  onix65: { table: ONIX_LIST_65, unknownCode: "unknown" },
  onix64: { table: ONIX_LIST_64, unknownCode: "only_on_hand" },
  ingram: { table: INGRAM_PUBLISHER_STATUS, unknownCode: "only_on_hand" },
  text: null,
}

/** The stricter word counts: what one forbids the other does not allow. */
const STRICTNESS: readonly SaleTerm[] = [
  "no",
  "discontinued",
  "unknown",
  "only_on_hand",
  "preorder",
  "backorder",
  "yes",
]

/**
 * What may be sold of a title, by the supplier's and the publisher's codes. Quantities and dates are not looked at. Words
 * that are in no list decide nothing; codes that a list does not know let only be sold what is there.
 */
export function saleTermsOf(
  record: Pick<StockRecord, "availability" | "publisher_status" | "backorder_only" | "restricted">
): SaleTerms {
  const verdicts = [verdictOf(record.availability), verdictOf(record.publisher_status)]
  if (record.backorder_only)
    verdicts.push({ term: "backorder", final: false, reason: "sold on backorder alone" })
  const nothing: Verdict = { term: "yes", final: false, reason: null }
  const strictest = verdicts.reduce<Verdict>((a, b) => (b && isStricter(b, a) ? b : a), nothing)
  return {
    ...strictest,
    final: verdicts.some((verdict) => verdict?.final),
    restricted: record.restricted !== null,
  }
}

function verdictOf(status: CodedStatus | null): Verdict | null {
  const list = status && TABLES[status.scheme]
  if (!list) return null
  const entry = list.table[status.code]
  const sense = entry?.sense ?? "not in the list"
  return {
    term: entry?.term ?? list.unknownCode,
    final: entry?.final ?? false,
    reason: `${status.scheme} ${status.code}: ${sense}`,
  }
}

function isStricter(a: Verdict, b: Verdict): boolean {
  return b.reason === null || STRICTNESS.indexOf(a.term) < STRICTNESS.indexOf(b.term)
}
