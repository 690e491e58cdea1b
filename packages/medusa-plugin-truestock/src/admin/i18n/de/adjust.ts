export const adjust = {
  open: "Bestand anpassen",
  title: "Bestand anpassen",
  description: "Wählen Sie, wo, wie viele Stück und warum. Es wird mit Ihrem Namen festgehalten.",
  noLevel:
    "Dieser Artikel hat noch an keinem Lagerort Bestand. Fügen Sie ihn zuerst unter „Standorte verwalten“ einem hinzu.",
  quantity: { stocked: "Auf Lager", reserved: "Reserviert", held: "Vorgemerkt", available: "Verfügbar" },
  direction: "Änderung",
  directions: { add: "Hinzufügen", take: "Entnehmen" },
  reason: "Grund",
  reasonPlaceholder: "Grund wählen",
  reasons: {
    received: "Eingegangen",
    returned: "Zurückgegeben",
    damaged: "Beschädigt",
    lost: "Verloren",
    found: "Gefunden",
    count: "Zählung",
    correction: "Korrektur",
    transfer: "Umlagerung",
    sync: "Abgleich",
    other: "Anderes",
  },
  note: "Notiz",
  noteHint: "Für Kollegen. Sie steht bei den Bewegungen des Artikels und kann später nicht geändert werden.",
  allowShortfall: "Darf unter das Zugesagte sinken",
  allowShortfallHint:
    "Für Stück, die wirklich weg sind. Was dann für Bestellungen fehlt, steht unter Fehlmengen.",
  warning: {
    negative: "So viel ist nicht auf Lager.",
    short:
      "Das nimmt Stück weg, die Bestellungen oder Warenkörben zugesagt sind, und wird abgelehnt, wenn Sie es unten nicht erlauben.",
    allowed:
      "Das nimmt Stück weg, die Bestellungen oder Warenkörben zugesagt sind. Was dann für Bestellungen fehlt, wird festgehalten.",
  },
  done: "Bestand angepasst",
  doneHint: "{{change}}, jetzt {{stocked}} auf Lager",
  failed: "Der Bestand wurde nicht angepasst",
  refused: {
    stale_quantity:
      "Nichts wurde geändert: Sie sahen {{expected}} auf Lager, jetzt sind es {{stocked}}. Prüfen Sie das neue Ergebnis und speichern Sie erneut, wenn es noch stimmt.",
    insufficient_inventory:
      "Nichts wurde geändert: {{requested}} sollten entnommen werden, aber nur {{available}} sind nicht Bestellungen oder Warenkörben zugesagt.",
    negative_stock:
      "Nichts wurde geändert: {{stocked}} sind auf Lager, und der Bestand kann nicht unter null sinken.",
    unknown_level: "Nichts wurde geändert: Der Artikel hat an diesem Lagerort keinen Bestand mehr.",
    invalid_quantity: "Nichts wurde geändert: Geben Sie ganze Stück an.",
    unanswered:
      "Es kam keine Antwort; vielleicht wurde es getan, vielleicht nicht. Speichern Sie erneut: Es geschieht nur einmal.",
    other: "Nichts wurde geändert. Der Server sagt: {{message}}",
  },
}
