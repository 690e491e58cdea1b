export const history = {
  title: "Stock history",
  subtitle: "What was in stock, promised and free to sell.",
  range: "Period",
  days: "{{days}} days",
  quantity: {
    stocked: "Stocked",
    reserved: "Reserved",
    available: "Available",
  },
  now: "Now",
  chartTitle: "Stocked, reserved and available units from {{from}} to {{to}}",
  chartLine: "{{quantity}} went from {{first}} to {{last}}, lowest {{lowest}}, highest {{highest}}.",
  moment: "Moment shown in the chart",
  reading: "{{at}}: stocked {{stocked}}, reserved {{reserved}}, available {{available}}",
}
