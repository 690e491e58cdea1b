import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { AvailabilitySection } from "../components/availability/availability-section"

/** On the page of a product: its availability. */
const ProductAvailability = ({ data: product }: DetailWidgetProps<AdminProduct>) => (
  <AvailabilitySection key={product.id} productId={product.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.side.before",
  id: "truestock:product-availability",
})

export default ProductAvailability
