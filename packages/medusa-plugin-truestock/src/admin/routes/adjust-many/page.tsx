import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AdjustMany } from "../../components/adjust-many/adjust-many"
import { Translated } from "../../components/common/translated"

/** Inventory > Adjust many: stock of many items changed at once, from a spreadsheet. */
const AdjustManyPage = () => <AdjustMany />

export const config = defineRouteConfig({
  label: "truestock.adjustMany.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.adjustMany.title" /> }

export default AdjustManyPage
