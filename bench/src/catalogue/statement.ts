/** A set-based insert. `g(i)` holds the numbers 1..N; `isOnce`: does not grow with the catalogue. */
export type Statement = { what: string; sql: string; isOnce?: boolean }
