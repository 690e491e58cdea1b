import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { LocationTable } from "../../components/stock-locations/location-table"

/** Inventory > Locations: what is said of each stock location, and whether it sells. */
const StockLocationsPage = () => <LocationTable />

export const config = defineRouteConfig({
  label: "truestock.locations.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.locations.title" /> }

export default StockLocationsPage
