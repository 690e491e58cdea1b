import { AsyncLocalStorage } from "node:async_hooks"

/** Who asked: an admin user, a customer, an API key. */
export type Actor = { type: string; id: string }

const asking = new AsyncLocalStorage<Actor>()

/** Runs a request; what it changes in the stock carries the actor's name in the ledger. */
export function asActor<Result>(actor: Actor, request: () => Result): Result {
  return asking.run(actor, request)
}

/** Who asked for what is running now; undefined outside of a request. */
export function currentActor(): Actor | undefined {
  return asking.getStore()
}
