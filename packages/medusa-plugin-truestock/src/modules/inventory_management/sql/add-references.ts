import { type Connection, query } from "../../../database/connection"
import type { MovementReference } from "../movement"

/**
 * Says what the movements of one piece of work belong to. Appends; saying it twice is no error.
 * Answers how many references were new.
 */
export async function addReferences(
  connection: Connection,
  correlation_id: string,
  references: MovementReference[]
): Promise<number> {
  const added = await query(
    connection,
    `insert into stock_movement_reference (movement_id, type, reference_id)
     select m.id, r.type, r.id
     from stock_movement m
     cross join unnest(cast(:types as text[]), cast(:ids as text[])) as r(type, id)
     where m.correlation_id = :correlation_id
     on conflict do nothing
     returning movement_id`,
    {
      correlation_id,
      types: references.map((reference) => reference.type),
      ids: references.map((reference) => reference.id),
    }
  )
  return added.length
}
