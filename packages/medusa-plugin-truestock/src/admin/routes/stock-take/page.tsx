import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { CountTable } from "../../components/stock-take/count-table"

/** Inventory > Stock take: what is on the shelves is counted, and the books are put right. */
const StockTakePage = () => <CountTable />

export const config = defineRouteConfig({
  label: "truestock.stock_take.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.stock_take.title" /> }

export default StockTakePage
