import { Text } from "@medusajs/ui"
import type { NamedItem } from "../../lib/stockroom/answers"
import { itemNames } from "../../lib/stockroom/item-name"
import { ItemLink } from "./item-link"

/** What the item is called, above what tells it from others of its kind. */
export const ItemCell = ({ item }: { item: NamedItem }) => {
  const { main, details } = itemNames(item)
  return (
    <div className="flex flex-col py-2">
      <ItemLink item={{ ...item, title: main ?? null }} />
      {details && (
        <Text size="xsmall" leading="compact" className="text-ui-fg-muted max-w-72 truncate" title={details}>
          {details}
        </Text>
      )}
    </div>
  )
}
