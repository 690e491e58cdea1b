import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A level with a quantity that its JSON twin, which core reads, does not repeat. */
export type UnequalRaws = {
  level_id: string
  inventory_item_id: string
  location_id: string
  /** "stocked 10 (twin 7), incoming 0 (no twin)" */
  quantities: string
}

const NUMBER = "^-{0,1}[0-9]{1,40}([.][0-9]{1,40}){0,1}([eE][-+]{0,1}[0-9]{1,2}){0,1}$"

/** Reads every level. Locks nothing. */
export function findUnequalRaws(connection: Connection, search: Search): Promise<Found<UnequalRaws>> {
  const names = ["stocked", "reserved", "incoming"]
  const twin = (name: string) => `(l.raw_${name}_quantity ->> 'value')`
  const differs = (name: string) =>
    `l.${name}_quantity is distinct from
       case when ${twin(name)} ~ '${NUMBER}' then cast(${twin(name)} as numeric) end`
  return find(
    connection,
    `select l.id as level_id, l.inventory_item_id, l.location_id, concat_ws(', ', ${names
      .map(
        (name) => `case when ${differs(name)} then
          '${name} ' || ${exact(`l.${name}_quantity`)} || coalesce(' (twin ' || ${twin(name)} || ')', ' (no twin)') end`
      )
      .join(", ")}) as quantities
     from inventory_level l
     where l.deleted_at is null ${search.only === undefined ? "" : "and l.id = :only"}
       and (${names.map(differs).join(" or ")})`,
    search
  )
}
