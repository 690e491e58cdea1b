import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShortfallTable } from "../../components/shortfalls/shortfall-table"
import i18n from "../../i18n"

/** Inventory > Shortfalls: which promises the stock does not cover. */
const ShortfallsPage = () => <ShortfallTable />

export const config = defineRouteConfig({
  label: "truestock.shortfalls.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => i18n.en.translation.truestock.shortfalls.title }

export default ShortfallsPage
