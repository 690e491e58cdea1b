/* eslint-disable @typescript-eslint/no-explicit-any -- core's service is reached into from outside */

const ORDERED = Symbol.for("truestock.ordered_lock_keys")

/**
 * Makes core's locking service take the keys of a job in one order.
 *
 * Core locks an order's items in the order of its lines. Two orders of the same two books then wait for each other,
 * and in the lock provider in memory they do so for ever: each gives up after five seconds without giving back what it
 * had taken, and neither book can be sold by that process until it is started anew.
 *
 * Changes the given prototype, once.
 */
export function orderLockKeys(prototype: any): void {
  const execute = prototype?.execute
  if (typeof execute !== "function" || execute[ORDERED]) return
  const ordered = function (this: unknown, keys: string | string[], ...rest: unknown[]) {
    return execute.call(this, Array.isArray(keys) ? [...keys].sort() : keys, ...rest)
  }
  Object.defineProperty(prototype, "execute", {
    configurable: true,
    writable: true,
    value: Object.assign(ordered, { [ORDERED]: true }),
  })
}
