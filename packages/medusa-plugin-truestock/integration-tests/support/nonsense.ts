import type { Asking } from "../../src/modules/inventory_management/perform-operation"
import type { Booted } from "./run-with-shop"

type At = { inventory_item_id: string; location_id: string }
type Call = (stock: Booted["stock"], at: At, asking: Asking) => Promise<unknown>

const reserve =
  (wrong: object): Call =>
  (stock, at, asking) =>
    stock.createReservation({ ...at, quantity: 1, ...wrong }, asking)
const adjust =
  (wrong: object, more: object = {}): Call =>
  (stock, at, asking) =>
    stock.adjustInventory([{ ...at, adjustment: 1, ...wrong }], more, asking)

/** Calls that make no sense, each with the code that it is refused with. None of them may burn its key. */
export const NONSENSE: [code: string, call: Call][] = [
  ...[Number.NaN, Infinity, 0.5, 0, -1, 1e15].flatMap((quantity): [string, Call][] => [
    ["invalid_quantity", reserve({ quantity })],
    ["invalid_quantity", reserve({ quantity, ttl_seconds: 60 })],
    [
      "invalid_quantity",
      (stock, _, asking) => stock.confirmReservation("resitem_none", { quantity }, asking),
    ],
  ]),
  ["unknown_level", reserve({ location_id: "sloc_nowhere" })],
  ["unknown_level", reserve({ inventory_item_id: "iitem_nowhere", ttl_seconds: 60 })],
  ["unknown_level", adjust({ location_id: "sloc_nowhere" })],
  ["invalid_expiry", reserve({ expires_at: "2020-01-01T00:00:00Z" })],
  ["invalid_expiry", reserve({ expires_at: "2999-01-01T00:00:00Z", ttl_seconds: 1 })],
  ["invalid_expiry", reserve({ ttl_seconds: 0.5 })],
  ["invalid_expiry", (stock, _, asking) => stock.extendReservation("resitem_none", {}, asking)],
  ["invalid_reservation", reserve({ urgent: true })],
  ["invalid_reservation", (stock, _, asking) => stock.releaseReservation("", asking)],
  ["too_many_rows", (stock, _, asking) => stock.createReservation([], asking)],
  ["too_many_rows", (stock, _, asking) => stock.adjustInventory([], {}, asking)],
  ["invalid_quantity", adjust({ adjustment: 0 })],
  ["invalid_quantity", adjust({ adjustment: Number.NaN })],
  ["invalid_quantity", adjust({ expected_quantity: Infinity })],
  ["invalid_adjustment", adjust({}, { on_error: "retry" })],
  [
    "duplicate_row",
    (stock, at, asking) => {
      const row = { ...at, adjustment: 1 }
      return stock.adjustInventory([row, row], {}, asking)
    },
  ],
  ["invalid_key", (stock, at) => stock.createReservation({ ...at, quantity: 1 }, { idempotency_key: "" })],
  [
    "invalid_key",
    (stock, at) =>
      stock.adjustInventory([{ ...at, adjustment: 1 }], {}, { idempotency_key: "k".repeat(256) }),
  ],
]
