import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { TransferTable } from "../../components/transfers/transfer-table"

/** Inventory > Transfers: stock that is moved between locations. */
const TransfersPage = () => <TransferTable />

export const config = defineRouteConfig({
  label: "truestock.transfers.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.transfers.title" /> }

export default TransfersPage
