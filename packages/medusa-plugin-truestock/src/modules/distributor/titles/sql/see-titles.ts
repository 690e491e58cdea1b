import { type Connection, query } from "../../../../database/connection"

/** Titles were seen, with figures of `as_of`; null = nobody said. In EAN order. */
export async function seeTitles(
  connection: Connection,
  source_id: string,
  titles: { ean13: string; as_of: string | null }[]
): Promise<void> {
  await query(
    connection,
    `insert into distributor_sighting as g (source_id, ean13, seen_at, as_of)
     select :source_id, k.ean13, truestock_now(), k.as_of
     from jsonb_to_recordset(cast(:titles as jsonb)) as k(ean13 text, as_of timestamptz) order by k.ean13
     on conflict (source_id, ean13) do update set seen_at = excluded.seen_at, as_of = coalesce(excluded.as_of, g.as_of),
       missing_since = null, missing_fulls = 0, missing_in = null`,
    { source_id, titles: JSON.stringify(titles.map(({ ean13, as_of }) => ({ ean13, as_of }))) }
  )
}
