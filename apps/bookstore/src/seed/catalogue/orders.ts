/** Orders that the shop has had before its first visitor comes; `lines` are ISBNs and how many of each. */
export interface SeededOrder {
  /** Kept in the order's metadata, so that a second run of the seed finds it. */
  key: string
  /** Without one it is the seeded customer's. */
  guest?: { email: string; first_name: string; last_name: string }
  shipping: "Standard from Nashville Warehouse" | "Express from Nashville Warehouse"
  lines: Record<string, number>
  then?: "fulfil" | "cancel"
}

export const orders: SeededOrder[] = [
  {
    key: "reader-classics",
    shipping: "Standard from Nashville Warehouse",
    lines: { "9780679783268": 1, "9780441172719": 2 },
    then: "fulfil",
  },
  {
    // One set reserves one of each of its three volumes.
    key: "reader-boxed-set",
    shipping: "Express from Nashville Warehouse",
    lines: { "9780545265355": 1 },
  },
  {
    key: "guest-bookers",
    guest: { email: "ada@example.com", first_name: "Ada", last_name: "Quill" },
    shipping: "Standard from Nashville Warehouse",
    lines: { "9780805080681": 1, "9780679731726": 2, "9780156027328": 1 },
  },
  {
    key: "guest-cancelled",
    guest: { email: "sam@example.com", first_name: "Sam", last_name: "Folio" },
    shipping: "Standard from Nashville Warehouse",
    lines: { "9781476733500": 1 },
    then: "cancel",
  },
  {
    key: "reader-sapiens",
    shipping: "Standard from Nashville Warehouse",
    lines: { "9780062316110": 3 },
  },
]
