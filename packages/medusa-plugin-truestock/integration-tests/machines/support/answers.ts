import type { Answer } from "./http"

/** Core's own refusal, wherever a demand meets too little stock. */
const NO_STOCK = /^Not enough stock available for item/
/** And ours, where a cart is looked at before core reserves for it. */
const SOLD_OUT = ["not_purchasable", "insufficient_inventory"]
/** What core's lock providers say to a caller who waited five seconds in vain. */
export const LOCK_TIMEOUT = "Timed-out acquiring lock."

export type Tally = { granted: number; refused: number; waited_in_vain: number; unexpected: unknown[] }

/**
 * Counts answers of a server: granted, refused for want of stock, given up on one of core's own locks, and what nobody
 * should ever be told. Core answers its lock's time-out as 500 or 409 without a word about the lock; that there were
 * so many is held against the server's log in the end.
 */
export function tallyOf(answers: Answer[]): Tally {
  const tally: Tally = { granted: 0, refused: 0, waited_in_vain: 0, unexpected: [] }
  for (const { status, body } of answers) {
    if (status === 200) tally.granted++
    else if (status === 400 && (NO_STOCK.test(body.message) || SOLD_OUT.includes(body.code))) tally.refused++
    else if (gaveUpWaiting({ status, body })) tally.waited_in_vain++
    else tally.unexpected.push({ status, body })
  }
  return tally
}

export function gaveUpWaiting({ status, body }: Answer): boolean {
  return (
    (status === 500 && body.code === "unknown_error") ||
    (status === 409 && body.code === "invalid_state_error")
  )
}

/** The same of calls inside a server, where the errors have their names. */
export function tallyOfCalls(calls: { error?: { message: string } }[]): Tally {
  const tally: Tally = { granted: 0, refused: 0, waited_in_vain: 0, unexpected: [] }
  for (const { error } of calls) {
    if (!error) tally.granted++
    else if (NO_STOCK.test(error.message)) tally.refused++
    else if (error.message === LOCK_TIMEOUT) tally.waited_in_vain++
    else tally.unexpected.push(error)
  }
  return tally
}
