import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Shortfall } from "../../lib/answers"

/** The item's title, leading to its page, where its history says how the shortfall came about. */
export const ItemLink = ({ shortfall }: { shortfall: Shortfall }) => {
  const { t } = useTranslation()
  const title = shortfall.title ?? shortfall.sku ?? t("truestock.shortfalls.untitled")
  return (
    <Link
      to={`/inventory/${shortfall.inventory_item_id}`}
      title={title}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block max-w-72 truncate"
    >
      {title}
    </Link>
  )
}
