import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../components/common/translated"
import { LedgerSection } from "../../components/movements/ledger-section"

/** Inventory > Movements: every change of stock, of all items. */
const MovementsPage = () => <LedgerSection />

export const config = defineRouteConfig({
  label: "truestock.movements.title",
  translationNs: "translation",
  nested: "/inventory",
})

export const handle = { breadcrumb: () => <Translated text="truestock.movements.title" /> }

export default MovementsPage
