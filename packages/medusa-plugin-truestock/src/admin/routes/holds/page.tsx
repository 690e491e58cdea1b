import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { HoldTable } from "../../components/holds/hold-table"

/** Inventory > Holds: which units are kept for somebody, and for how long. */
const HoldsPage = () => <HoldTable />

export const config = defineRouteConfig({
  label: "truestock.holds.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.holds.title" /> }

export default HoldsPage
