import { FeedError } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { closeCircuit, openCircuit } from "./sql/circuit"
import type { SourceState } from "./sql/source-state"

/** Answers after which the site is to be left alone until a person has looked. */
const REFUSALS = ["login_required", "challenged", "refused"]

/**
 * Asks a site only while it lets itself be asked: the first login page, challenge or block closes it to all runs for an
 * hour. A person who has looked, and has opened a new session, may open it earlier (reset-circuit).
 *
 * @throws FeedError circuit_open, and whatever `ask` throws
 */
export async function withCircuit<Result>(
  connection: Connection,
  { id, circuit_until, circuit_reason }: SourceState,
  ask: () => Promise<Result>
): Promise<Result> {
  if (circuit_until !== null) {
    throw new FeedError(
      "circuit_open",
      `${id} is left alone until ${circuit_until}: ${circuit_reason} Log in there by hand, then: truestock reset-circuit ${id} --reason "..."`
    )
  }
  try {
    const result = await ask()
    await closeCircuit(connection, id)
    return result
  } catch (error) {
    await noteRefusal(connection, id, error)
    throw error
  }
}

/** Has a site left alone by everybody where it has refused; nothing else that may go wrong does that. */
export async function noteRefusal(connection: Connection, source_id: string, error: unknown): Promise<void> {
  if (!(error instanceof FeedError) || !REFUSALS.includes(error.code)) return
  await openCircuit(connection, source_id, error.message)
}
