import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { FoundItem } from "../../lib/stockroom/answers"
import { ItemLabel } from "./item-label"

type FoundItemsProps = {
  id: string
  found: FoundItem[]
  /** Which of them the arrows have come to; -1 = none. */
  marked: number
  locationId: string | undefined
  className?: string
  onPick: (item: FoundItem) => void
}

/** What a search has found, each with what is free of it. */
export const FoundItems = ({ id, found, marked, locationId, className, onPick }: FoundItemsProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const free = ({ levels, total_available }: FoundItem) =>
    locationId ? (levels[0]?.available_quantity ?? 0) : total_available
  return (
    <ul id={id} role="listbox" className={clx("divide-y overflow-hidden rounded-lg border", className)}>
      {found.map((item, index) => (
        <li
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          className={clx(
            "hover:bg-ui-bg-base-hover flex cursor-pointer items-center justify-between gap-x-3 px-3 py-2",
            { "bg-ui-bg-base-hover": index === marked }
          )}
          // Before the input loses its focus, so that the next item can be typed at once.
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(item)
          }}
        >
          <ItemLabel item={item} />
          <span className="txt-compact-xsmall text-ui-fg-subtle shrink-0 tabular-nums">
            {t("truestock.stockroom.free", { units: formatQuantity(free(item), language) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
