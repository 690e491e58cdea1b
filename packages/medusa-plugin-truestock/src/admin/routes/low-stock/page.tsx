import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { LowStockTable } from "../../components/low-stock/low-stock-table"

/** Inventory > Low stock: what is running out, and where. */
const LowStockPage = () => <LowStockTable />

export const config = defineRouteConfig({
  label: "truestock.lowStock.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.lowStock.title" /> }

export default LowStockPage
