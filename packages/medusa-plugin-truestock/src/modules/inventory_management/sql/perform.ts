import { type Connection, query } from "../../../database/connection"
import type { MovementContext } from "../movement"
import type { Operation } from "../operations/perform"

/** One operation on the stock (operations/), with what the ledger is told of it. */
export type Performance = {
  operation: Operation
  input: object
  context: MovementContext
  key: { value: string; request_hash: string } | null
}

export type Performed<Answer> = {
  answer?: Answer
  /** Why not, where a stock refusal was committed with its key. Decimal texts. */
  refused?: Record<
    "code" | "message" | "inventory_item_id" | "location_id" | "requested" | "available",
    string
  >
  /** It had been done before, under the same key. */
  is_replayed?: boolean
}

/** Where the statement ends, and what Postgres says of it begins, in the messages of knex. */
export const STATEMENT_ENDS = "as performed - "

/** One operation, in one statement. */
export async function perform<Answer>(
  connection: Connection,
  { operation, input, context, key }: Performance
): Promise<Performed<Answer>> {
  const [row] = await query<{ performed: Performed<Answer> }>(
    connection,
    `select truestock_perform(:operation, cast(:input as jsonb), cast(:context as jsonb), :key, :request_hash) as performed`,
    {
      operation,
      input: JSON.stringify(input),
      context: JSON.stringify(context),
      key: key?.value ?? null,
      request_hash: key?.request_hash ?? null,
    }
  )
  return row!.performed
}
