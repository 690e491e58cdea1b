export const backorders = {
  title: "Rückstände",
  subtitle: "Was zugesagt wurde und noch nicht da ist, die älteste Zusage zuerst: So wird es erfüllt.",
  filter: "Welche Rückstände",
  show: { owed: "Geschuldet", filled: "Erfüllt", all: "Alle" },
  column: {
    item: "Artikel",
    location: "Lagerort",
    owed: "Geschuldet",
    promised: "Zugesagt",
    expected: "Erwartet",
    state: "Erwartet oder erfüllt",
    reservation: "Reservierung",
  },
  owedOf: "{{owed}} von {{quantity}}",
  filled: "Erfüllt",
  notExpected: "Kein Datum bekannt",
  empty: {
    owed: {
      title: "Nichts wird geschuldet",
      hint: "Jedes zugesagte Stück ist auf Lager. Was über den Bestand hinaus verkauft wird, steht hier, bis es eintrifft.",
    },
    filled: {
      title: "Kein Rückstand wurde erfüllt",
      hint: "Ein Rückstand kommt hierher, wenn der Bestand ihn deckt.",
    },
    all: { title: "Es gibt keine Rückstände", hint: "Noch wurde nichts über den Bestand hinaus verkauft." },
  },
}
