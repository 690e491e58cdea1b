import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type ItemLinkProps = { item: { inventory_item_id: string; title: string | null; sku: string | null } }

/** An item's title, leading to its page, where its history says how things came about. */
export const ItemLink = ({ item }: ItemLinkProps) => {
  const { t } = useTranslation()
  const title = item.title ?? item.sku ?? t("truestock.shared.untitledItem")
  return (
    <Link
      to={`/inventory/${item.inventory_item_id}`}
      title={title}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block max-w-72 truncate"
    >
      {title}
    </Link>
  )
}
