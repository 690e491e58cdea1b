import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { QueuedTitle } from "../../../lib/distributor/queued-title"
import { Clipped } from "../../common/clipped"

/** What a title is called, leading to its product where the shop has one. */
export const TitleName = ({ title: { product_id, name: known } }: { title: QueuedTitle }) => {
  const { t } = useTranslation()
  const name = known ?? t(`truestock.distributor.queue.${product_id === null ? "untitled" : "product"}`)
  if (product_id === null) return <Clipped text={name} className={known ? undefined : "text-ui-fg-muted"} />
  return (
    <Link
      to={`/products/${product_id}`}
      title={name}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block max-w-72 truncate"
    >
      {name}
    </Link>
  )
}
