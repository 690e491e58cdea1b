import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Translated } from "../../../components/common/translated"
import { CatalogueImport } from "../../../components/distributor/catalogue-import"

/** Settings > Catalogue import: the distributors, how fresh their figures are, and their runs. */
const CatalogueImportPage = () => <CatalogueImport />

export const config = defineRouteConfig({
  label: "truestock.distributor.title",
  translationNs: "translation",
})

export const handle = { breadcrumb: () => <Translated text="truestock.distributor.title" /> }

export default CatalogueImportPage
