/** The dialogs that receive stock. */
export const receive = {
  title: "Receive stock",
  description: "Units that have come. It is on record with your name.",
  action: "Receive",
  units: "Units that came",
  unitCost: "Cost of a unit",
  currency: "Currency",
  delivery: "Delivery",
  deliveryHint: "What comes with a delivery is no longer expected.",
  noDelivery: "None of those announced",
  expectedUnits: "{{units}} expected",
  done: "{{units}} units received",
}
