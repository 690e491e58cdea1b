import { Alert } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStockLocations } from "../../hooks/use-choices"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { NamedItem } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { stockRefusal, withNames } from "../../lib/stockroom/refusal-text"

type RefusedProps = {
  error: Error | null
  /** Those that it may be about, for their names. */
  items?: readonly NamedItem[]
}

/** Says what was refused, by code, in the operator's language; scrolled to, since the form may be longer than the screen. */
export const Refused = ({ error, items = [] }: RefusedProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const locations = useStockLocations()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not returned: what browsers answer here is not for React to clean up with.
    void shown.current?.scrollIntoView({ block: "nearest" })
  }, [error])
  if (!error) return null
  const { key, units, item: itemId, message } = stockRefusal(error)
  const untitled = t("truestock.shared.untitledItem")
  const called = items.map((item) => ({ id: item.inventory_item_id, name: itemName(item, untitled) }))
  const item = called.find(({ id }) => id === itemId)
  return (
    <div ref={shown} role="alert">
      <Alert variant={key === "unanswered" ? "warning" : "error"}>
        {item && `${item.name}: `}
        {t(`truestock.stockroom.refused.${key}`, {
          message: withNames(message, [...called, ...locations]),
          requested: formatQuantity(units.requested ?? 0, language),
          available: formatQuantity(units.available ?? 0, language),
        })}
      </Alert>
    </div>
  )
}
