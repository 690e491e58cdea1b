import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { ReportPage } from "../../components/reports/report-page"

/** Inventory > Reports: what is there, what it is worth, and what became of it. */
const StockReportsPage = () => <ReportPage />

export const config = defineRouteConfig({
  label: "truestock.reports.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.reports.title" /> }

export default StockReportsPage
