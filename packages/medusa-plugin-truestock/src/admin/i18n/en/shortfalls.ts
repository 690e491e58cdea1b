export const shortfalls = {
  title: "Shortfalls",
  subtitle: "Stock locations that have promised more units than they hold.",
  filter: "Which shortfalls",
  show: { open: "Open", resolved: "Resolved", all: "All" },
  column: {
    item: "Item",
    sku: "SKU",
    location: "Location",
    missing: "Missing",
    since: "Since",
    resolved: "Resolved",
  },
  empty: {
    open: {
      title: "No shortfalls",
      hint: "Every unit that was promised is in stock. A count, a fulfilment or a distributor's feed that takes stock below its promises would be listed here.",
    },
    resolved: {
      title: "No resolved shortfalls",
      hint: "A shortfall moves here when stock covers its promises again.",
    },
    all: {
      title: "There has never been a shortfall",
      hint: "No location has ever promised more units than it held, as far as the record goes back.",
    },
  },
}
