import { createHash } from "node:crypto"
import { currentActor } from "../../actor"
import type { Connection } from "../../database/connection"
import {
  InsufficientInventory,
  quoted,
  TRUESTOCK_ERRORS,
  TruestockError,
  type TruestockErrorCode,
} from "../../errors"
import { isStorableJson } from "../../storable-text"
import type { MovementContext } from "./movement"
import type { Operation } from "./operations/perform"
import { perform, type Performance, type Performed, STATEMENT_ENDS } from "./sql/perform"
import { LOCK_NOT_AVAILABLE, type Raised } from "./sql/perform-together"

const LONGEST_KEY = 255

/** How an operation is asked for, beside what it is to do. */
export type Asking = {
  /** A retry with the same key and the same request is answered as the first one was, for 24 hours. */
  idempotency_key?: string | null
  /** Keys of one scope are no keys of another; none = the shop's own. Strangers get one each. */
  key_scope?: string
  /** What the ledger is told of it, beside who asks. */
  context?: MovementContext
  /** Called where a request of before was answered again: nothing was done then, and there is nothing to take back. */
  on_replay?: () => void
}

/**
 * What is asked for, and, where `input` adds ids of its own, what was asked for without them: a retry asks the same.
 * `send`: how it gets to the database, if not by itself.
 */
export type Request = {
  input: object
  asked?: object
  send?: (performance: Performance) => Promise<Performed<unknown> | Raised>
}

/**
 * Does one operation in one transaction of its own.
 *
 * @throws what the operation refuses (operations/); invalid_key, key_in_use, key_reused; stock_busy where somebody else
 *   keeps it locked
 */
export async function performOperation<Answer>(
  connection: Connection,
  operation: Operation,
  { input, asked = input, send = (performance) => perform(connection, performance) }: Request,
  { idempotency_key, key_scope, context, on_replay }: Asking = {}
): Promise<{ answer: Answer; is_replayed: boolean }> {
  const key = parseKey(idempotency_key, key_scope, asked)
  const actor = currentActor()
  const said = { actor_type: actor?.type, actor_id: actor?.id, ...context }
  const performed = await send({ operation, input, context: said, key }).catch((error: unknown) => {
    throw asTruestockError(error)
  })
  if ("raised" in performed) throw asTruestockError(performed.raised)
  if (performed.refused) throw asRefusal(performed.refused)
  const is_replayed = performed.is_replayed === true
  if (is_replayed) on_replay?.()
  return { answer: performed.answer as Answer, is_replayed }
}

function parseKey(key: string | null | undefined, scope: string | undefined, asked: object) {
  if (key === undefined || key === null) return null
  if (key === "" || key.length > LONGEST_KEY || !isStorableJson(key)) {
    throw new TruestockError(
      "invalid_key",
      `Idempotency-Key ${quoted(key)} has ${key.length} characters; use 1 to ${LONGEST_KEY}, no zero byte or half a character among them.`
    )
  }
  return {
    value: scope === undefined ? key : hashOf([scope, key]),
    request_hash: hashOf(asked),
  }
}

const hashOf = (what: object) => createHash("sha256").update(JSON.stringify(what)).digest("hex")

/** What the database raises has its code in the hint. */
function asTruestockError(error: unknown): unknown {
  const { code: state, hint, message, detail } = (error ?? {}) as Partial<Record<string, string>>
  if (state === LOCK_NOT_AVAILABLE) {
    return new TruestockError(
      "stock_busy",
      "Somebody else has kept this stock locked for 5 seconds. Nothing was changed; try again."
    )
  }
  if (!hint || !Object.hasOwn(TRUESTOCK_ERRORS, hint)) return error
  const code = hint as TruestockErrorCode
  // knex puts the statement in front of the message.
  const said = message?.split(STATEMENT_ENDS).at(-1) ?? code
  return code === "insufficient_inventory"
    ? asRefusal({ code, message: said, ...JSON.parse(detail ?? "{}") })
    : new TruestockError(code, said)
}

function asRefusal(refused: NonNullable<Performed<unknown>["refused"]>): TruestockError {
  const { code, message, inventory_item_id, location_id, requested, available } = refused
  if (code !== "insufficient_inventory") return new TruestockError(code as TruestockErrorCode, message)
  return new InsufficientInventory(message, {
    inventory_item_id,
    location_id,
    requested: Number(requested),
    available: Number(available),
  })
}
