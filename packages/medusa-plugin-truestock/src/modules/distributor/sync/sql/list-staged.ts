import { type Connection, query } from "../../../../database/connection"
import type { Figures } from "../../titles/title"

export type StagedQuestion = { run_id: string; limit: number; offset: number }

/** A title that a run would change, or has: before and after. */
export type StagedChange = {
  ean13: string
  /** As the source calls it; where it does not, as the shop does. */
  title: string | null
  change: "changed" | "missing" | "removed"
  before: Figures | null
  after: Figures
  reasons: string[]
  applied_at: string | null
}

export async function listStaged(
  connection: Connection,
  question: StagedQuestion
): Promise<{ changes: StagedChange[]; count: number }> {
  const changes = await query<StagedChange>(
    connection,
    `select d.ean13, coalesce(t.record -> 'title' ->> 'title', p.title) as title, d.change, d.before,
       jsonb_build_object('locations', d.locations, 'on_hand', d.on_hand, 'on_order', d.on_order) as after,
       d.reasons, to_json(d.applied_at) #>> '{}' as applied_at
     from distributor_staged d join distributor_run r on r.id = d.run_id
     left join distributor_title t on t.source_id = r.source_id and t.ean13 = d.ean13
     left join product p on p.id = t.product_id and p.deleted_at is null
     where d.run_id = :run_id order by d.ean13 limit :limit offset :offset`,
    question
  )
  const [counted] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from distributor_staged where run_id = :run_id`,
    question
  )
  return { changes, count: counted!.count }
}
