export const backorders = {
  title: "Backorders",
  subtitle: "What was promised and is not there yet, the oldest promise first: in this order it is filled.",
  filter: "Which backorders",
  show: { owed: "Owed", filled: "Filled", all: "All" },
  column: {
    item: "Item",
    location: "Location",
    owed: "Owed",
    promised: "Promised",
    expected: "Expected",
    state: "Expected or filled",
    reservation: "Reservation",
  },
  owedOf: "{{owed}} of {{quantity}}",
  filled: "Filled",
  notExpected: "No date known",
  empty: {
    owed: {
      title: "Nothing is owed",
      hint: "Every unit that was promised is in stock. What is sold beyond the stock is listed here until it arrives.",
    },
    filled: { title: "No backorder was filled", hint: "A backorder moves here when the stock covers it." },
    all: { title: "There are no backorders", hint: "Nothing has been sold beyond the stock yet." },
  },
}
