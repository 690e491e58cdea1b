/** What deliveries, transfers and counts have in common. */
export const stockroom = {
  state: "State",
  anyState: "Any state",
  created: "Created",
  by: "By",
  back: "Back",
  lines: "Items",
  addItem: "Add an item: SKU, title or barcode",
  noneFound: "No item has “{{text}}” as its SKU or barcode, or in its title.",
  severalFound: "“{{text}}” is in several items: choose one above.",
  free: "{{units}} free",
  unitsOf: "Units of {{item}}",
  removeLine: "Remove {{item}}",
  chooseLocation: "Choose a location",
  operations: "Stock operations",
  operation: { receive: "Receive…", transfer: "Transfer…", count: "Count…" },
  failed: "It was not done",
  refused: {
    invalid_quantity: "Nothing was changed: use a whole number of units above zero.",
    insufficient_inventory:
      "Nothing was changed: {{requested}} were to leave, but only {{available}} are not promised to orders or carts.",
    not_enough: "Nothing was changed: not that many units are free. The server says: {{message}}",
    negative_stock: "Nothing was changed: not that many units are in stock. The server says: {{message}}",
    unknown_level:
      "Nothing was changed: an item is not stocked at that location. The server says: {{message}}",
    unknown_location: "Nothing was changed: there is no such location any more.",
    inactive_location: "Nothing was changed: that location is not active.",
    incoming_not_found: "There is no such delivery any more.",
    incoming_closed: "Nothing was changed: this delivery was received whole, or cancelled, meanwhile.",
    incoming_exceeded:
      "Nothing was changed: no more can come of a delivery than is still expected, and it cannot be of fewer units than have come. Receive what is more by itself.",
    currency_differs:
      "Nothing was changed: this item's costs are kept in another currency. The server says: {{message}}",
    invalid_cost: "Nothing was changed: give the cost of a unit and its currency, or neither.",
    transfer_not_found: "There is no such transfer any more.",
    transfer_state: "Nothing was changed: somebody has taken this transfer further meanwhile.",
    transfer_exceeded:
      "Nothing was changed: that is more than is on its way. Receive what is more by itself.",
    count_not_found: "There is no such stock take any more.",
    count_closed: "Nothing was changed: this stock take was posted or cancelled meanwhile.",
    stock_busy: "Nothing was changed: too much is going on with this stock right now. Try again.",
    unanswered: "No answer came, so it may have been done or not. Do it again: it is done only once.",
    other: "Nothing was changed. The server says: {{message}}",
  },
}
