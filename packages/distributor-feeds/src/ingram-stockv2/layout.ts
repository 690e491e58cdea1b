/** A row without its terminator. */
export const ROW_LENGTH = 300
export const SLOT_COUNT = 8
export const QUANTITY_LENGTH = 7

/**
 * Offset (from 0) and length of every field that is read. Eight quantities stand behind each other in `on_hand` and
 * `on_order`, eight flags in `stock_flags`: one per slot, and what a slot means is configuration.
 */
export const FIELDS = {
  gtin_indicator: [0, 1],
  ean13: [1, 13],
  upc: [14, 14],
  isbn10: [28, 10],
  on_hand: [38, SLOT_COUNT * QUANTITY_LENGTH],
  on_order: [94, SLOT_COUNT * QUANTITY_LENGTH],
  list_price: [150, 7],
  publisher_price: [157, 7],
  discount: [165, 3],
  repeated_price: [168, 7],
  repeated_discount: [175, 3],
  publisher_status: [178, 2],
  stock_flags: [180, SLOT_COUNT],
  publication_date: [188, 8],
  on_sale_date: [196, 8],
  returnable: [204, 1],
  return_date: [205, 8],
  print_on_demand: [213, 1],
  backorder_only: [218, 1],
  product_type: [220, 1],
  weight: [238, 6],
  restricted: [264, 1],
  availability: [271, 2],
  title_number: [273, 9],
} as const satisfies Record<string, readonly [offset: number, length: number]>

export type FieldName = keyof typeof FIELDS

/** Bytes whose meaning is not known: samples of them are kept, nothing is read into them. Named by position from 1. */
export const UNKNOWN_BYTES = {
  "165": [164, 1],
  "215-218": [214, 4],
  "222-223": [221, 2],
  "224-238": [223, 15],
  "260-264": [259, 5],
  "266-270": [265, 5],
  "271": [270, 1],
  "283-300": [282, 18],
} as const satisfies Record<string, readonly [offset: number, length: number]>

export function fieldOf(row: string, name: FieldName): string {
  const [offset, length] = FIELDS[name]
  return row.slice(offset, offset + length)
}

export function quantityOf(row: string, name: "on_hand" | "on_order", slot: number): string {
  const offset = FIELDS[name][0] + slot * QUANTITY_LENGTH
  return row.slice(offset, offset + QUANTITY_LENGTH)
}
