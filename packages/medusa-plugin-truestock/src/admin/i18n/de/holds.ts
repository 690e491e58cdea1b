export const holds = {
  title: "Vormerkungen",
  subtitle: "Stück, die eine Weile zurückgehalten werden: für Warenkörbe an der Kasse oder auf Wunsch.",
  filter: "Welche Vormerkungen",
  show: { held: "Vorgemerkt", expired: "Abgelaufen", ended: "Beendet", any: "Alle" },
  column: {
    item: "Artikel",
    location: "Lagerort",
    quantity: "Stück",
    cart: "Warenkorb",
    who: "Veranlasst von",
    expires: "Läuft ab in",
    state: "Stand",
  },
  state: { held: "Vorgemerkt", expired: "Abgelaufen", confirmed: "Bestätigt", released: "Freigegeben" },
  shopper: "Kundschaft",
  menu: "Was mit der Vormerkung von {{item}} geschehen soll",
  release: {
    action: "Freigeben …",
    title: "Diese Vormerkung freigeben?",
    description: "{{quantity}} × {{item}} im Lagerort {{location}}: sofort für alle verkäuflich.",
    descriptionCart:
      "{{quantity}} × {{item}} im Lagerort {{location}}: sofort für alle verkäuflich. Die Position bleibt im Warenkorb, aber nichts wird mehr für sie zurückgehalten.",
    confirm: "Freigeben",
    done: "Vormerkung freigegeben",
  },
  extend: {
    action: "Um 15 Minuten verlängern",
    atLatest: "Kann nicht weiter verlängert werden",
    done: "Vorgemerkt bis {{at}}",
  },
  failed: "Die Vormerkung wurde nicht geändert",
  refused: {
    reservation_ended: "Sie ist inzwischen beendet: freigegeben, oder für eine Bestellung bestätigt.",
    reservation_expired: "Sie ist inzwischen abgelaufen.",
    reservation_not_found: "Diese Vormerkung gibt es nicht mehr.",
    other: "Der Server sagt: {{message}}",
  },
  empty: {
    held: {
      title: "Nichts ist vorgemerkt",
      hint: "Hier stehen die Artikel eines Warenkorbs, sobald die Bezahlung beginnt, bis bezahlt, aufgegeben oder die Zeit um ist.",
    },
    expired: {
      title: "Keine Vormerkung ist abgelaufen",
      hint: "Hier stehen Vormerkungen, deren Zeit um ist.",
    },
    ended: {
      title: "Keine Vormerkung ist beendet",
      hint: "Hier stehen Vormerkungen, aus denen eine Bestellung wurde oder die freigegeben wurden.",
    },
    any: { title: "Es gibt keine Vormerkungen", hint: "Bisher wurde für niemanden etwas zurückgehalten." },
  },
}
