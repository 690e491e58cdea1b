/** What the admin calls each availability status; `unknown` is one that this dashboard does not know. */
export const status = {
  incoming: "Incoming",
  in_stock: "In stock",
  low_stock: "Low stock",
  preorder: "Preorder",
  backorder: "Backorder",
  out_of_stock: "Out of stock",
  discontinued: "Discontinued",
  unknown: "Unknown",
}
