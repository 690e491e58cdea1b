import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * Whether this shop has backups at all: what a reservation asks first, of an index that is empty in most shops.
 */
export const hasBackups = (s: string) =>
  `exists (select from ${s}.inventory_location where backup_for is not null and deleted_at is null)`

/**
 * truestock_backups: where the lines `[{ location_id, ... }]` may go, by location, in the order in which they are tried:
 * `{ [location_id]: [itself, its backups by priority and id] }`, the inactive ones left out. Locations without an active
 * backup are not in it. Backups of a backup are not its own.
 */
export function backupsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_backups(lines jsonb)`,
    "jsonb",
    BY_INDEX,
    `begin
       return (
         select coalesce(jsonb_object_agg(b.location, b.places), '{}') from (
           select k.location,
             case when exists (select from ${s}.inventory_location i
                 where i.location_id = k.location and not i.is_active and i.deleted_at is null)
               then '[]' else jsonb_build_array(k.location) end
             || (select jsonb_agg(i.location_id order by i.priority, i.location_id) from ${s}.inventory_location i
               where i.backup_for = k.location and i.is_active and i.deleted_at is null) as places
           from (select distinct line ->> 'location_id' as location from jsonb_array_elements(lines) as line) k
         ) b where b.places is not null
       );
     end`
  )
}

/**
 * truestock_with_places: the lines, each with the `places` of its location, where it has such.
 */
export function withPlacesFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_with_places(lines jsonb, places jsonb)`,
    "jsonb",
    BY_INDEX,
    `begin
       return (
         select jsonb_agg(case when places ? (k.line ->> 'location_id')
           then k.line || jsonb_build_object('places', places -> (k.line ->> 'location_id')) else k.line end order by k.n)
         from jsonb_array_elements(lines) with ordinality as k(line, n)
       );
     end`
  )
}
