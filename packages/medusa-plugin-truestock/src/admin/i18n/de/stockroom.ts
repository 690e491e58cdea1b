export const stockroom = {
  state: "Stand",
  anyState: "Jeder Stand",
  created: "Angelegt",
  by: "Von",
  back: "Zurück",
  lines: "Artikel",
  addItem: "Artikel hinzufügen: SKU, Titel oder Barcode",
  noneFound: "Kein Artikel hat „{{text}}“ als SKU oder Barcode oder in seinem Titel.",
  severalFound: "„{{text}}“ steht bei mehreren Artikeln: Wählen Sie oben einen.",
  free: "{{units}} frei",
  unitsOf: "Stück von {{item}}",
  removeLine: "{{item}} entfernen",
  chooseLocation: "Lagerort wählen",
  operations: "Lagervorgänge",
  operation: { receive: "Einbuchen …", transfer: "Umlagern …", count: "Zählen …" },
  failed: "Es wurde nicht getan",
  refused: {
    invalid_quantity: "Nichts wurde geändert: Geben Sie ganze Stück über null an.",
    insufficient_inventory:
      "Nichts wurde geändert: {{requested}} sollten das Lager verlassen, aber nur {{available}} sind nicht Bestellungen oder Warenkörben zugesagt.",
    not_enough: "Nichts wurde geändert: So viele Stück sind nicht frei. Der Server sagt: {{message}}",
    negative_stock:
      "Nichts wurde geändert: So viele Stück sind nicht auf Lager. Der Server sagt: {{message}}",
    unknown_level:
      "Nichts wurde geändert: Ein Artikel hat an diesem Lagerort keinen Bestand. Der Server sagt: {{message}}",
    unknown_location: "Nichts wurde geändert: Diesen Lagerort gibt es nicht mehr.",
    inactive_location: "Nichts wurde geändert: Dieser Lagerort ist nicht aktiv.",
    incoming_not_found: "Diese Lieferung gibt es nicht mehr.",
    incoming_closed:
      "Nichts wurde geändert: Die Lieferung ist inzwischen ganz eingegangen oder wurde storniert.",
    incoming_exceeded:
      "Nichts wurde geändert: Mit einer Lieferung kann nicht mehr kommen, als noch aussteht, und sie kann nicht kleiner sein als das, was schon kam. Buchen Sie den Rest für sich ein.",
    currency_differs:
      "Nichts wurde geändert: Die Kosten dieses Artikels stehen in einer anderen Währung. Der Server sagt: {{message}}",
    invalid_cost: "Nichts wurde geändert: Geben Sie Stückkosten und Währung an, oder keins von beiden.",
    transfer_not_found: "Diese Umlagerung gibt es nicht mehr.",
    transfer_state: "Nichts wurde geändert: Jemand hat diese Umlagerung inzwischen weitergeführt.",
    transfer_exceeded:
      "Nichts wurde geändert: Das ist mehr, als unterwegs ist. Buchen Sie den Rest für sich ein.",
    count_not_found: "Diese Inventur gibt es nicht mehr.",
    count_closed: "Nichts wurde geändert: Die Inventur wurde inzwischen gebucht oder abgebrochen.",
    stock_busy: "Nichts wurde geändert: An diesem Bestand geschieht gerade zu viel. Versuchen Sie es erneut.",
    unanswered:
      "Es kam keine Antwort; vielleicht wurde es getan, vielleicht nicht. Wiederholen Sie es: Es geschieht nur einmal.",
    other: "Nichts wurde geändert. Der Server sagt: {{message}}",
  },
}
