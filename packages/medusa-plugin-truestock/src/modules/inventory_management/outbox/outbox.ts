/** A table whose rows are to be told by an event, each at least once. It has the columns claimed_until and sent_at. */
export type Outbox = {
  event: string
  table: "inventory_shortfall" | "inventory_backorder"
  /** Its primary key. */
  id: string
  /** Which rows there is something to tell of, as SQL. */
  due: string
  /** Of claimed rows, those that count as told once the event is out; the others may come to be due anew. */
  told: string
  /** In which order they are told. */
  order: string
  /** What the event says, as SQL: the names that a select gives them. */
  data: string
}
