export const receive = {
  title: "Ware einbuchen",
  description: "Stück, die eingegangen sind. Es wird mit Ihrem Namen festgehalten.",
  action: "Einbuchen",
  units: "Eingegangene Stück",
  unitCost: "Kosten je Stück",
  currency: "Währung",
  delivery: "Lieferung",
  deliveryHint: "Was mit einer Lieferung kommt, wird nicht mehr erwartet.",
  noDelivery: "Keine der angekündigten",
  expectedUnits: "{{units}} erwartet",
  done: "{{units}} Stück eingebucht",
}
