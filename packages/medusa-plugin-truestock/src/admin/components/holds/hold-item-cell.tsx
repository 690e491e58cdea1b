import { Text } from "@medusajs/ui"
import type { Hold } from "../../lib/answers"
import { ItemLink } from "../common/item-link"

/** The item's title above its SKU. */
export const HoldItemCell = ({ hold }: { hold: Hold }) => (
  <div className="flex flex-col py-2">
    <ItemLink item={hold} />
    {hold.sku && hold.title && (
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted max-w-72 truncate" title={hold.sku}>
        {hold.sku}
      </Text>
    )}
  </div>
)
