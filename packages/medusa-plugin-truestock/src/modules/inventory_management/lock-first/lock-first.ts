import { InjectTransactionManager } from "@medusajs/framework/utils"
import { currentActor } from "../../../actor"
import { currentReason } from "../../../because"
import type { Connection } from "../../../database/connection"
import { contextOf, type WorkContext } from "../rules/context-of"
import { demandsToCheck } from "../rules/demand"
import { endContext, lockLevels } from "./lock-levels"
import { LOCKED_METHODS, type LockedMethod } from "./methods"
import { translateRefusal } from "./translate-refusal"

/* eslint-disable @typescript-eslint/no-explicit-any -- core's service is reached into from outside */

const LOCKS_FIRST = Symbol.for("truestock.locks_first")
const CHECK = "ensureInventoryLevels"

type SharedContext = WorkContext & { transactionManager?: any }

/** What became of each method: ours, already so, left to a core that locks by itself, or not what we know. */
export type LockFirstState = Record<string, "locks_first" | "core_locks" | "unknown_method">

/**
 * Makes core's inventory service lock the levels before it reads them.
 *
 * Core reads quantities, computes in JavaScript and writes the results back, so two callers at once lose one
 * change, and a trigger that guards the table meets core's statements in whatever order they come. With the levels
 * locked first, in one order, core's own code is right as it stands: its checks, events, answers and error texts
 * remain.
 *
 * Each inner method runs in a transaction of its own or joins its caller's; Medusa's own decorator sees to that.
 * Changes the given prototype; a method that already locks first is left alone.
 */
export function lockFirst(prototype: any): LockFirstState {
  const state: LockFirstState = {}
  for (const method of LOCKED_METHODS) {
    state[method.name] = isKnown(prototype, method) ? wrap(prototype, method) : "unknown_method"
  }
  state[CHECK] = typeof prototype[CHECK] === "function" ? wrapCheck(prototype) : "unknown_method"
  return state
}

/** Whether the service that the shop uses locks first, method by method. */
export function inspectLockFirst(service: any): LockFirstState {
  return Object.fromEntries(
    [...LOCKED_METHODS.map(({ name }) => name), CHECK].map((name) => {
      const method = service[name]
      if (typeof method !== "function") return [name, "unknown_method"]
      return [
        name,
        method[LOCKS_FIRST] ? "locks_first" : locksByItself(method) ? "core_locks" : "unknown_method",
      ]
    })
  )
}

/** Core keeps the place of a method's context beside its prototype: where it differs, the method is another one. */
function isKnown(prototype: any, { name, contextIndex }: LockedMethod): boolean {
  return typeof prototype[name] === "function" && prototype.MedusaContextIndex_?.[name] === contextIndex
}

function locksByItself(method: unknown): boolean {
  return /for update|pessimistic|lockMode/i.test(String(method))
}

function wrap(prototype: any, method: LockedMethod): LockFirstState[string] {
  const original = prototype[method.name]
  if (original[LOCKS_FIRST]) return "locks_first"
  if (locksByItself(original)) return "core_locks"

  const descriptor: PropertyDescriptor = {
    configurable: true,
    writable: true,
    value: async function locked(this: unknown, ...args: any[]) {
      const shared: SharedContext = args[method.contextIndex]
      const tx: Connection = shared.transactionManager.getTransactionContext()
      await method.prepare?.(tx, args)
      const context = { ...contextOf(shared, currentActor(), method.kind), ...currentReason() }
      await lockLevels(tx, method.touched(args), context)
      return original.apply(this, args)
    },
  }
  InjectTransactionManager()(prototype, method.name, descriptor)
  const inTransaction = descriptor.value
  descriptor.value = async function locksFirst(this: unknown, ...args: any[]) {
    method.check?.(args)
    const joined = args[method.contextIndex]?.transactionManager
    try {
      const result = await inTransaction.apply(this, args)
      await joined?.flush()
      return result
    } catch (error) {
      throw translateRefusal(error)
    } finally {
      if (joined) await endWork(joined)
    }
  }
  descriptor.value[LOCKS_FIRST] = true
  Object.defineProperty(prototype, method.name, descriptor)
  return "locks_first"
}

/**
 * Our caller's transaction goes on, and what follows is not written in our name. (What core held back has been
 * flushed.) A transaction that has failed takes no more statements, nor needs this one: its settings go with it.
 */
async function endWork(transactionManager: any): Promise<void> {
  await endContext(transactionManager.getTransactionContext()).catch(() => undefined)
}

/** Core's check of each line against its level, with the lines as they ought to be checked. */
function wrapCheck(prototype: any): LockFirstState[string] {
  const original = prototype[CHECK]
  if (original[LOCKS_FIRST]) return "locks_first"
  const check = async function (this: unknown, demands: any[], options: any, context: SharedContext) {
    const isCompensation = contextOf(context ?? {}).is_compensation === true
    const checked = options?.validateQuantityAtLocation ? demandsToCheck(demands, isCompensation) : demands
    return original.call(this, checked, options, context)
  }
  Object.defineProperty(prototype, CHECK, {
    configurable: true,
    writable: true,
    value: Object.assign(check, { [LOCKS_FIRST]: true }),
  })
  return "locks_first"
}
