import { Alert } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { NamedItem } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { stockRefusal } from "../../lib/stockroom/refusal-text"

type RefusedProps = {
  error: Error | null
  /** Those that it may be about, for their names. */
  items?: readonly NamedItem[]
}

/** Says what was refused, by code, in the operator's language; scrolled to, since the form may be longer than the screen. */
export const Refused = ({ error, items = [] }: RefusedProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not returned: what browsers answer here is not for React to clean up with.
    void shown.current?.scrollIntoView({ block: "nearest" })
  }, [error])
  if (!error) return null
  const { key, units, item: itemId, message } = stockRefusal(error)
  const item = items.find(({ inventory_item_id }) => inventory_item_id === itemId)
  return (
    <div ref={shown} role="alert">
      <Alert variant={key === "unanswered" ? "warning" : "error"}>
        {item && `${itemName(item, t("truestock.shared.untitledItem"))}: `}
        {t(`truestock.stockroom.refused.${key}`, {
          message,
          requested: formatQuantity(units.requested ?? 0, language),
          available: formatQuantity(units.available ?? 0, language),
        })}
      </Alert>
    </div>
  )
}
