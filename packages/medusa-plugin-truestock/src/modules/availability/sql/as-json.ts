/*
 * How columns are told in answers that the database puts together as JSON: as Medusa tells them elsewhere.
 */

/** A time, as JavaScript writes it. */
export const isoTime = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** `{ min, max }` of a row, or null. */
export const leadTimeDays = (row: string) =>
  `case when ${row}.lead_time_min_days is not null then json_build_object(
     'min', ${row}.lead_time_min_days, 'max', ${row}.lead_time_max_days) end`

/** All rows of a statement with one JSON column named `told`, in the order of its `place`. */
export const jsonList = (rows: string) =>
  `(select coalesce(json_agg(told order by place), '[]') from (${rows}) list)`
