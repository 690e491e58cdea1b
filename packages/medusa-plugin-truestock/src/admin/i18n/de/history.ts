export const history = {
  title: "Bestandsverlauf",
  subtitle: "Was auf Lager, zugesagt und frei verkäuflich war.",
  range: "Zeitraum",
  days: "{{days}} Tage",
  quantity: {
    stocked: "Auf Lager",
    reserved: "Reserviert",
    available: "Verfügbar",
  },
  now: "Jetzt",
  chartTitle: "Stück auf Lager, reserviert und verfügbar vom {{from}} bis zum {{to}}",
  chartLine:
    "{{quantity}} ging von {{first}} auf {{last}}, niedrigster Wert {{lowest}}, höchster {{highest}}.",
  moment: "Im Diagramm gezeigter Zeitpunkt",
  reading: "{{at}}: auf Lager {{stocked}}, reserviert {{reserved}}, verfügbar {{available}}",
}
