import { type Connection, query } from "../../../../database/connection"

/** A title that lays claim to a variant. `is_imported`: the variant stands for it already. */
export type Claim = { variant_id: string; ean13: string; is_imported: boolean }

/**
 * The titles of a source's queue that lay claim to variants: those for which one stands already, and those whose number a
 * variant carries. `numbers`: the EANs that each variant carries in any of its fields.
 */
export async function findClaims(
  connection: Connection,
  source_id: string,
  variants: { variant_id: string; numbers: string[] }[]
): Promise<Claim[]> {
  return query<Claim>(
    connection,
    `with given as materialized (
       select k.variant_id, k.numbers from jsonb_to_recordset(cast(:variants as jsonb)) as k(variant_id text, numbers jsonb)
     )
     select g.variant_id, t.ean13, true as is_imported from given g
     join distributor_title t on t.variant_id = g.variant_id
     where t.source_id = :source_id and t.sync_status = 'imported'
     union
     select g.variant_id, t.ean13, false from given g
     cross join lateral jsonb_array_elements_text(g.numbers) as n(ean13)
     join distributor_title t on t.source_id = :source_id and t.ean13 = n.ean13
     where t.sync_status <> 'imported' or t.variant_id is distinct from g.variant_id
     order by variant_id, ean13`,
    { source_id, variants: JSON.stringify(variants) }
  )
}
