/*
 * How the guard's functions are written, in one place.
 *
 * They run with their owner's rights (whoever may write Medusa's tables need not know of ours), find nothing by
 * search path, and never wait for JIT. Their plans are kept for the life of a connection, and the same connection
 * serves a checkout of one row and a sync of 100,000: a plan made for one must not ruin the other. So a function
 * says which of two ways it works, whatever the statistics say, and takes one plan for all calls (Postgres would
 * otherwise plan anew for each array that it is handed, which costs a checkout more than the work itself):
 *   IN_BULK   joins of transition tables, by hash: linear in the rows of the statement. Another table is looked up
 *             by index, row by row, also one that was empty when the plan was made
 *   BY_INDEX  look-ups in big tables for the rows at hand, by index: independent of the tables' size. A level is
 *             looked up by its item; that its location is the right one is said with "is not distinct from", which no
 *             index answers: a table that nobody has analysed yet would else be searched by location, where a
 *             warehouse has all of them
 */
const COMMON =
  "security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_generic_plan"
const ONLY_INDEXES = "set enable_mergejoin = off set enable_seqscan = off"
// Each says both: a function that the other kind calls would else have neither way left.
export const IN_BULK = `${COMMON} ${ONLY_INDEXES} set enable_hashjoin = on set enable_nestloop = off set work_mem = '64MB'`
export const BY_INDEX = `${COMMON} ${ONLY_INDEXES} set enable_nestloop = on set enable_hashjoin = off`

/**
 * A `create or replace function` statement in plpgsql. `body` may begin with `declare`. What runs with its owner's
 * rights may only be called by triggers and by the owner, unless said otherwise.
 */
export function plpgsql(
  signature: string,
  returns: string,
  settings: string,
  body: string,
  callers: "owner" | "anybody" = settings === "" ? "anybody" : "owner"
): string {
  const name = signature.slice(0, signature.indexOf("("))
  const revoke = callers === "owner" ? `; revoke execute on function ${name} from public` : ""
  return `create or replace function ${signature} returns ${returns} language plpgsql ${settings} as $body$\n${body}\n$body$${revoke}`
}

/** The guard's mode. Without its row, as after a restore of Medusa's tables alone, it is the default's. */
export const guardMode = (s: string) =>
  `coalesce((select guard_mode from ${s}.inventory_settings), 'enforce')`

/** A quantity's JSON twin, as core writes it: core reads this one and not the number. */
export const rawOf = (quantity: string) =>
  `jsonb_build_object('value', trim_scale(${quantity})::text, 'precision', 20)`
