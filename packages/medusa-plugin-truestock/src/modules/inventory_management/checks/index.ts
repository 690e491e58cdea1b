import type { StockCheck } from "./check"
import { coreColumns } from "./core-columns"
import { floor } from "./floor"
import { guardMode } from "./guard-mode"
import { guardTriggers } from "./guard-triggers"
import { holdsEndOnce } from "./holds-end-once"
import { incomingQuantity } from "./incoming-quantity"
import { knownDrift } from "./known-drift"
import { ledgerBalance } from "./ledger-balance"
import { ledgerChain } from "./ledger-chain"
import { ledgerOpened } from "./ledger-opened"
import { lockFirst } from "./lock-first"
import { movementsImmutable } from "./movements-immutable"
import { negativeQuantities } from "./negative-quantities"
import { ordersAgainstMovements } from "./orders-against-movements"
import { orphanReservations } from "./orphan-reservations"
import { rawQuantities } from "./raw-quantities"
import { reservedQuantity } from "./reserved-quantity"
import { shortfalls, unsentShortfalls } from "./shortfalls"
import { unmatchedMovements } from "./unmatched-movements"

/** In the order of the report: what keeps stock true, then whether it is. */
export const STOCK_CHECKS: StockCheck[] = [
  ...[guardTriggers, movementsImmutable, coreColumns, guardMode, lockFirst],
  ...[knownDrift, shortfalls, unsentShortfalls],
  ...[ledgerOpened, ledgerBalance, ledgerChain, reservedQuantity, floor, holdsEndOnce],
  ...[rawQuantities, negativeQuantities, incomingQuantity, orphanReservations],
  ...[ordersAgainstMovements, unmatchedMovements],
]
