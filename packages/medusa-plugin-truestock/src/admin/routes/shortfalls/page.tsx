import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { ShortfallTable } from "../../components/shortfalls/shortfall-table"

/** Inventory > Shortfalls: which promises the stock does not cover. */
const ShortfallsPage = () => <ShortfallTable />

export const config = defineRouteConfig({
  label: "truestock.shortfalls.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.shortfalls.title" /> }

export default ShortfallsPage
