export const lowStock = {
  title: "Geringer Bestand",
  subtitle:
    "Artikel, von denen nicht mehr übrig ist als ihr Schwellenwert, insgesamt oder an einem Lagerort, die knappsten zuerst.",
  column: {
    item: "Artikel",
    available: "Verfügbar",
    threshold: "Schwelle",
    stocked: "Auf Lager",
    reserved: "Reserviert",
    incoming: "Im Zulauf",
    where: "Wo verfügbar",
  },
  empty: "Nichts geht zur Neige",
  emptyHint:
    "Hier stehen Artikel, wenn von ihnen nicht mehr übrig ist als ihr Schwellenwert, den die Regeln ihres Produkts bestimmen.",
}
