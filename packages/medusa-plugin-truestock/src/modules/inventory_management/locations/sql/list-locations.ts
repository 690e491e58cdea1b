import { type Connection, query } from "../../../../database/connection"
import type { Location, LocationFilters, LocationPage } from "../location"

const CONDITIONS: Record<keyof LocationFilters, string> = {
  location_id: "s.id = :location_id",
  code: "p.code = :code",
  kind: "coalesce(p.kind, 'warehouse') = :kind",
  is_active: "coalesce(p.is_active, true) = :is_active",
  q: "(strpos(lower(s.name), lower(:q)) > 0 or strpos(lower(p.code), lower(:q)) > 0)",
}

/**
 * Medusa's stock locations by name, each with its profile (the defaults where it has none) and its address, and how
 * many there are in all: one statement, so that both are of one snapshot.
 */
export async function listLocations(
  connection: Connection,
  { limit, offset, ...filters }: LocationFilters & Required<LocationPage>
): Promise<[locations: Location[], count: number]> {
  const given = (Object.keys(CONDITIONS) as (keyof LocationFilters)[]).filter(
    (name) => filters[name] !== undefined
  )
  const { location_id = null, code = null, kind = null, is_active = null, q = null } = filters
  const rows = await query<Location & { count: number }>(
    connection,
    `with matching as (
       select s.id as location_id, s.name, p.code, coalesce(p.kind, 'warehouse') as kind,
         coalesce(p.is_active, true) as is_active, coalesce(p.priority, 0) as priority, p.backup_for, s.address_id
       from stock_location s
       left join inventory_location p on p.location_id = s.id and p.deleted_at is null
       where ${["s.deleted_at is null", ...given.map((name) => CONDITIONS[name])].join(" and ")}
     )
     select total.count, m.location_id, m.name, m.code, m.kind, m.is_active, m.priority, m.backup_for,
       case when a.id is not null then json_build_object('company', a.company, 'address_1', a.address_1,
         'address_2', a.address_2, 'city', a.city, 'postal_code', a.postal_code, 'province', a.province,
         'country_code', a.country_code, 'phone', a.phone) end as address
     from (select cast(count(*) as integer) as count from matching) total
     left join (select * from matching order by name, location_id limit :limit offset :offset) m on true
     left join stock_location_address a on a.id = m.address_id and a.deleted_at is null
     order by m.name, m.location_id`,
    { location_id, code, kind, is_active, q, limit, offset }
  )
  const locations = rows.flatMap(({ count: _, ...location }) => (location.location_id ? [location] : []))
  return [locations, rows[0]?.count ?? 0]
}
