import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminInventoryItem, DetailWidgetProps } from "@medusajs/framework/types"
import { useState } from "react"
import { HistorySection } from "../components/chart/history-section"
import { MovementsSection } from "../components/movements/movements-section"

/** On the page of an inventory item: its history, above the movements that made it. */
const InventoryItemHistory = ({ data: item }: DetailWidgetProps<AdminInventoryItem>) => {
  const [locationId, setLocationId] = useState<string>()
  return (
    <div className="flex flex-col gap-y-3">
      <HistorySection itemId={item.id} locationId={locationId} onLocationChange={setLocationId} />
      <MovementsSection key={`${item.id} ${locationId}`} itemId={item.id} locationId={locationId} />
    </div>
  )
}

export const config = defineWidgetConfig({
  zone: "inventory_item.details",
  id: "truestock:inventory-item-history",
})

export default InventoryItemHistory
