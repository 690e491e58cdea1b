import type { CodeTable } from "./sale-term"

/** StockV2 bytes 179-180. NY is "not yet published" here, unlike in the ONIX list these letters are from. */
export const INGRAM_PUBLISHER_STATUS: CodeTable = {
  IP: { sense: "in print", term: "yes" },
  NY: { sense: "not yet published", term: "preorder" },
  TP: { sense: "the publisher cannot supply for now", term: "only_on_hand" },
  CS: { sense: "uncertain", term: "only_on_hand" },
  OI: { sense: "out of stock with no date", term: "only_on_hand" },
  OP: { sense: "out of print", term: "only_on_hand", final: true },
  RM: { sense: "remaindered", term: "only_on_hand", final: true },
  EX: { sense: "no longer carried", term: "only_on_hand", final: true },
  RF: { sense: "moved to another supplier", term: "discontinued", final: true },
  PP: { sense: "postponed with no date", term: "no" },
  AB: { sense: "cancelled before publication", term: "discontinued", final: true },
  WS: { sense: "withdrawn from sale", term: "no" },
}
