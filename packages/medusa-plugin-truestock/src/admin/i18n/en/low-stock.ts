export const lowStock = {
  title: "Low stock",
  subtitle:
    "Items of which not more is left than their threshold, in all or at one location, the least first.",
  column: {
    item: "Item",
    available: "Available",
    threshold: "Threshold",
    stocked: "In stock",
    reserved: "Reserved",
    incoming: "Incoming",
    where: "Available where",
  },
  empty: "Nothing is running low",
  emptyHint:
    "Items are listed here when no more of them is left than their threshold, which their product's policy sets.",
}
