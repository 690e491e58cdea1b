import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { IncomingTable } from "../../components/incoming/incoming-table"

/** Inventory > Incoming: deliveries that are expected, and those that have come. */
const IncomingPage = () => <IncomingTable />

export const config = defineRouteConfig({
  label: "truestock.incoming.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.incoming.title" /> }

export default IncomingPage
