import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { BackorderTable } from "../../components/backorders/backorder-table"

/** Inventory > Backorders: what is owed to whom, and when it is expected. */
const BackordersPage = () => <BackorderTable />

export const config = defineRouteConfig({
  label: "truestock.backorders.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.backorders.title" /> }

export default BackordersPage
