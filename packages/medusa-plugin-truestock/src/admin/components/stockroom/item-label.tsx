import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Called } from "../../lib/stockroom/answers"
import { itemName, itemNames } from "../../lib/stockroom/item-name"

/** What an item is called, above what tells it from others of its kind. */
export const ItemLabel = ({ item, className }: { item: Called; className?: string }) => {
  const { t } = useTranslation()
  const untitled = t("truestock.shared.untitledItem")
  const { main, details } = itemNames(item)
  return (
    <span className={clx("flex min-w-0 flex-col", className)} title={itemName(item, untitled)}>
      <span className="txt-compact-small text-ui-fg-base truncate">{main ?? untitled}</span>
      {details && <span className="txt-compact-xsmall text-ui-fg-muted truncate">{details}</span>}
    </span>
  )
}
