import { Text } from "@medusajs/ui"
import { ItemLink } from "./item-link"

type ItemCellProps = { item: { inventory_item_id: string; title: string | null; sku: string | null } }

/** The item's title above its SKU. */
export const ItemCell = ({ item }: ItemCellProps) => (
  <div className="flex flex-col py-2">
    <ItemLink item={item} />
    {item.sku && item.title && (
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted max-w-72 truncate" title={item.sku}>
        {item.sku}
      </Text>
    )}
  </div>
)
