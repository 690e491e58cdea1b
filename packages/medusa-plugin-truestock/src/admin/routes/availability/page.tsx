import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AvailabilityTable } from "../../components/availabilities/availability-table"
import { Translated } from "../../components/common/translated"

/** Products > Availability: what shoppers are told of each product. */
const AvailabilityPage = () => <AvailabilityTable />

export const config = defineRouteConfig({
  label: "truestock.availability.title",
  translationNs: "translation",
  nested: "/products",
})

export const handle = { breadcrumb: () => <Translated text="truestock.availability.title" /> }

export default AvailabilityPage
