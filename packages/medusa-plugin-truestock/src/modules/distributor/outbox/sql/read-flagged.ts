import { type Connection, query } from "../../../../database/connection"
import type { FlaggedTitle } from "../stock-changed"
import type { Flag } from "./claim-flagged"

/**
 * What is told of flagged titles: the last change that flagged each of them, from the run that applied it, since a title
 * itself remembers its last change of any size. Read after the claim, so that it is never older than the flag.
 */
export async function readFlagged(connection: Connection, flags: Flag[]): Promise<FlaggedTitle[]> {
  return query<FlaggedTitle>(
    connection,
    `select t.source_id, t.ean13, t.product_id, t.variant_id, c.before,
       coalesce(c.after, jsonb_build_object('on_hand', t.on_hand, 'on_order', t.on_order)) as after,
       coalesce(c.reasons, '[]') as reasons, to_json(t.flagged_at) #>> '{}' as flagged_at
     from jsonb_to_recordset(cast(:flags as jsonb)) as f(source_id text, ean13 text)
     join distributor_title t on t.source_id = f.source_id and t.ean13 = f.ean13
     left join lateral (
       select to_jsonb(d.reasons) as reasons, case when d.before is not null then jsonb_build_object(
           'on_hand', d.before -> 'on_hand', 'on_order', d.before -> 'on_order') end as before,
         jsonb_build_object('on_hand', d.on_hand, 'on_order', d.on_order) as after
       from distributor_staged d join distributor_run r on r.id = d.run_id and r.source_id = t.source_id
       where d.ean13 = t.ean13 and d.applied_at is not null and d.reasons <> '{}'
       order by d.applied_at desc limit 1
     ) c on true
     order by t.source_id, t.ean13`,
    { flags: JSON.stringify(flags) }
  )
}
