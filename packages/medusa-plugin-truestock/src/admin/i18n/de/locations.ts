export const locations = {
  title: "Lagerorte",
  subtitle:
    "Was Truestock von jedem Lagerort weiß. Name und Adresse werden auf dessen eigener Seite geändert.",
  empty: "Es gibt keine Lagerorte",
  emptyHint: "Legen Sie einen unter Einstellungen > Standorte & Versand an.",
  column: {
    name: "Lagerort",
    code: "Code",
    kind: "Art",
    active: "Verkauft",
    priority: "Rang",
    backupFor: "Ersatz für",
  },
  kind: { warehouse: "Lager", store: "Laden", dropship: "Direktversand", virtual: "Virtuell" },
  active: "Aktiv",
  inactive: "Inaktiv",
  edit: "{{name}} bearbeiten",
  description: "Ein kurzer Code für Skripte und Tabellen, ob er verkauft, und für wen er einspringt.",
  field: {
    code: "Code",
    codeHint: "Kein anderer Lagerort darf ihn haben. Groß- und Kleinschreibung zählen.",
    kind: "Art",
    isActive: "Aktiv",
    isActiveHint:
      "Ein inaktiver Lagerort verkauft nichts; sein Bestand bleibt, und es kann dort weiter empfangen, umgelagert und gezählt werden.",
    priority: "Rang",
    priorityHint:
      "Von mehreren Lagerorten, die liefern könnten, wird der mit der kleinsten Zahl zuerst versucht.",
    backupFor: "Ersatz für",
    backupForHint: "Übernimmt die Reservierungen jenes Lagerorts, wo er sie nicht annehmen kann.",
    noBackup: "Keinen Lagerort",
  },
  saved: "{{name}} wurde gespeichert",
  refused: {
    duplicate_location_code:
      "Nichts wurde geändert: Ein anderer Lagerort hat schon den Code „{{code}}“. Wählen Sie einen anderen.",
    invalid_backup:
      "Nichts wurde geändert: {{backup}} ist selbst, direkt oder über andere, Ersatz für {{name}}. Ersatz darf nicht im Kreis gehen; beenden Sie den anderen zuerst.",
    location_not_found: "Nichts wurde geändert: Den Lagerort {{name}} gibt es nicht mehr.",
    other: "Nichts wurde geändert. Der Server sagt: {{message}}",
  },
}
