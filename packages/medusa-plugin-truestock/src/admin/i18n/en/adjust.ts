/** The dialog that adjusts stock. */
export const adjust = {
  open: "Adjust stock",
  title: "Adjust stock",
  description: "Choose where, how many units, and why. It is on record with your name.",
  noLevel: "This item is stocked at no location yet. Add it to one first, under “Manage locations”.",
  quantity: { stocked: "In stock", reserved: "Reserved", held: "Held", available: "Available" },
  direction: "Change",
  directions: { add: "Add", take: "Take away" },
  reason: "Reason",
  reasonPlaceholder: "Choose a reason",
  reasons: {
    received: "Received",
    returned: "Returned",
    damaged: "Damaged",
    lost: "Lost",
    found: "Found",
    count: "Count",
    correction: "Correction",
    transfer: "Transfer",
    sync: "Sync",
    other: "Other",
  },
  note: "Note",
  noteHint: "For colleagues. It stands in the item's movements and cannot be changed later.",
  allowShortfall: "May end below what is promised",
  allowShortfallHint:
    "For units that are really gone. What orders are then short of is listed under Shortfalls.",
  warning: {
    negative: "There is not that much in stock.",
    short: "This takes units that are promised to orders or carts, and is refused unless you allow it below.",
    allowed:
      "This takes units that are promised to orders or carts. What orders are then short of is on record.",
  },
  done: "Stock adjusted",
  doneHint: "{{change}}, {{stocked}} in stock now",
  failed: "The stock was not adjusted",
  refused: {
    stale_quantity:
      "Nothing was changed: the stock was {{expected}} when you saw it, and is {{stocked}} now. Look at the new result, then save again if it is still right.",
    insufficient_inventory:
      "Nothing was changed: {{requested}} were to be taken away, but only {{available}} are not promised to orders or carts.",
    negative_stock: "Nothing was changed: {{stocked}} are in stock, and it cannot end below zero.",
    unknown_level: "Nothing was changed: this item is not stocked at that location any more.",
    invalid_quantity: "Nothing was changed: use a whole number of units.",
    unanswered: "No answer came, so it may have been done or not. Save again: it is done only once.",
    other: "Nothing was changed. The server says: {{message}}",
  },
}
