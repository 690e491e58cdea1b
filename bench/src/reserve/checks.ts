import { withDatabase } from "../../../scripts/postgres/database.mjs"
import type { Check } from "../frame/figures.js"
import type { Shops } from "./shops.js"

/** Nobody has won who granted what is not in the books: every level is compared, and all of them together. */
export async function checkBooks({ all, plain, granted }: Shops): Promise<Check[]> {
  return [
    await reservationsAreThere("with the plugin", all, granted.reserved),
    await holdsAreThere(all, granted.held),
    await reservationsAreThere("raw SQL", plain, granted.byHand),
  ]
}

async function reservationsAreThere(who: string, databaseUrl: string, granted: number): Promise<Check> {
  const { levels, units } = await ask(
    databaseUrl,
    `select count(*) filter (where l.reserved_quantity <> coalesce(r.units, 0)
         or (l.raw_reserved_quantity ->> 'value')::numeric <> l.reserved_quantity)::int as levels,
       coalesce(sum(r.units), 0)::int as units
     from inventory_level l
     left join (
       select inventory_item_id, location_id, sum(quantity) as units from reservation_item
       where deleted_at is null group by 1, 2
     ) r using (inventory_item_id, location_id)
     where l.deleted_at is null`
  )
  return {
    name: `reserved_quantity = live reservations = units granted, ${who}`,
    passed: levels === 0 && units === granted,
    detail: `${units} reserved, ${granted} granted, ${levels} levels differ`,
  }
}

/** What was held is still there, whatever has become of it since, beside what was confirmed. */
async function holdsAreThere(databaseUrl: string, granted: number): Promise<Check> {
  const { holds } = await ask(
    databaseUrl,
    `select count(*)::int as holds from inventory_hold h
     where not exists (select from reservation_item r where r.id = h.id) and h.external_id is null`
  )
  return {
    name: "as many holds as were granted",
    passed: holds === granted,
    detail: `${holds} of ${granted}`,
  }
}

function ask(databaseUrl: string, sql: string): Promise<Record<string, number>> {
  return withDatabase(databaseUrl, async (client) => (await client.query(sql)).rows[0])
}
