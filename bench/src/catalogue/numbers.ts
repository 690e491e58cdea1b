/*
 * Product i of the catalogue is the same on every machine and in every run. What differs from product to product
 * follows from `i` by these expressions, in SQL: `g.i` is the number of the row that is being made.
 */

/** 0..99, spread evenly: decides the stock. */
export const SHARE = "(g.i * 7919::bigint % 100)"

/** Distinct below a million rows, and in another order than the ids: 1,000,003 is prime. */
export const SHUFFLED = "(g.i * 7919::bigint % 1000003)"

/** `prefix_bench00000042` for row 42. */
export function id(prefix: string, number = "g.i"): string {
  return `'${prefix}_bench' || lpad((${number})::text, 8, '0')`
}

/** Core reads quantities and amounts from these twins of the numeric columns, and not from the columns. */
export function raw(value: string): string {
  return `jsonb_build_object('value', (${value})::text, 'precision', 20)`
}
