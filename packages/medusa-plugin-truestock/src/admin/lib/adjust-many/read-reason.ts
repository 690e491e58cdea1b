import { MOVEMENT_REASONS, type MovementReason } from "../../../modules/inventory_management/movement"

/** How reasons are called in the operator's language, for cells that were written in it. */
export type ReasonWords = Record<MovementReason, string>

/** A reason, by the ledger's word or the operator's; undefined for another text. */
export function readReason(text: string, words: ReasonWords): MovementReason | undefined {
  const word = text.trim().toLowerCase()
  return MOVEMENT_REASONS.find((reason) => reason === word || words[reason].toLowerCase() === word)
}
