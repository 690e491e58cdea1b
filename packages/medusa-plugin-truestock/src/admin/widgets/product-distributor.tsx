import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { DistributorSection } from "../components/distributor/widget/distributor-section"

/** On the page of a product: what its distributor has of it, and of when that is. */
const ProductDistributor = ({ data: product }: DetailWidgetProps<AdminProduct>) => (
  <DistributorSection key={product.id} productId={product.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.side.before",
  id: "truestock:product-distributor",
})

export default ProductDistributor
