import { Photo } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AvailabilityRow } from "../../lib/availability/answers"

/** The product with its picture, leading to its page, where its availability can be changed. */
export const ProductCell = ({ row }: { row: AvailabilityRow }) => {
  const { t } = useTranslation()
  const title = row.title ?? row.handle ?? t("truestock.availability.page.untitled")
  return (
    <div className="flex items-center gap-x-3">
      <Thumbnail src={row.thumbnail} />
      <Link
        to={`/products/${row.product_id}`}
        title={title}
        className="text-ui-fg-base hover:text-ui-fg-interactive-hover block max-w-60 truncate font-medium"
      >
        {title}
      </Link>
      {row.product_status !== null && row.product_status !== "published" && (
        <Badge size="2xsmall" className="shrink-0 whitespace-nowrap">
          {t("truestock.availability.page.draft")}
        </Badge>
      )}
    </div>
  )
}

const Thumbnail = ({ src }: { src: string | null }) => (
  <div className="bg-ui-bg-component flex h-8 w-6 shrink-0 items-center justify-center overflow-hidden rounded border">
    {src ? (
      <img src={src} alt="" loading="lazy" className="size-full object-cover object-center" />
    ) : (
      <Photo className="text-ui-fg-muted" />
    )}
  </div>
)
