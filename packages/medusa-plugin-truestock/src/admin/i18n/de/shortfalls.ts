export const shortfalls = {
  title: "Fehlmengen",
  subtitle: "Lagerorte, die mehr zugesagt haben, als sie haben.",
  filter: "Welche Fehlmengen",
  show: { open: "Offen", resolved: "Behoben", all: "Alle" },
  column: {
    item: "Artikel",
    sku: "SKU",
    location: "Lagerort",
    missing: "Es fehlen",
    since: "Seit",
    resolved: "Behoben",
  },
  empty: {
    open: {
      title: "Keine Fehlmengen",
      hint: "Jedes zugesagte Stück ist auf Lager. Hier stünde eine Zählung, ein Versand oder die Meldung eines Lieferanten, die den Bestand unter die Zusagen bringt.",
    },
    resolved: {
      title: "Keine behobenen Fehlmengen",
      hint: "Eine Fehlmenge kommt hierher, wenn der Bestand die Zusagen wieder deckt.",
    },
    all: {
      title: "Es gab noch nie eine Fehlmenge",
      hint: "Soweit die Aufzeichnungen reichen, hat kein Lagerort je mehr zugesagt, als er hatte.",
    },
  },
}
