import { type Connection, query } from "../../../../database/connection"
import type { FlagReason } from "../../titles/title"
import type { FoundTitle } from "../../titles/sql/put-titles"

export type StagedTitle = FoundTitle & { change: "changed" | "removed"; reasons: FlagReason[] }

/** Notes what a run would change, beside what is there now. A title that comes twice is staged once. */
export async function stageTitles(
  connection: Connection,
  run_id: string,
  source_id: string,
  titles: StagedTitle[]
): Promise<void> {
  await query(
    connection,
    `insert into distributor_staged (run_id, ean13, change, record, locations, on_hand, on_order, terms, digest, as_of, reasons,
       before)
     select :run_id, k.ean13, k.change, k.record, k.locations, k.on_hand, k.on_order, k.terms, k.digest, k.as_of,
       array(select jsonb_array_elements_text(k.reasons)),
       jsonb_build_object('locations', t.locations, 'on_hand', t.on_hand, 'on_order', t.on_order)
     from jsonb_to_recordset(cast(:titles as jsonb)) as k(ean13 text, change text, record jsonb, locations jsonb,
       on_hand integer, on_order integer, terms jsonb, digest text, as_of timestamptz, reasons jsonb)
     join distributor_title t on t.source_id = :source_id and t.ean13 = k.ean13
     on conflict (run_id, ean13) do nothing`,
    { run_id, source_id, titles: JSON.stringify(titles) }
  )
}

/** Begins anew: what a run staged before it was stopped, and has not applied, is staged again. */
export async function clearStaged(connection: Connection, run_id: string): Promise<void> {
  await query(connection, `delete from distributor_staged where run_id = :run_id and applied_at is null`, {
    run_id,
  })
  await query(connection, `delete from distributor_reject where run_id = :run_id`, { run_id })
}
