import { Alert } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { refusalText } from "../../lib/adjust/refusal-text"
import { formatQuantity } from "../../lib/format"

/** Why an adjustment was not made, and the stock that it was sent with. */
export type Refused = { error: Error; expected: number }

type AdjustRefusalProps = { refused: Refused; stocked: number | undefined }

/** Says what was refused, by code, in the operator's language; scrolled to, since the form may be longer than the screen. */
export const AdjustRefusal = ({ refused: { error, expected }, stocked = expected }: AdjustRefusalProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not returned: what browsers answer here is not for React to clean up with.
    void shown.current?.scrollIntoView({ block: "nearest" })
  }, [error])
  const { key, units, message } = refusalText(error, { expected, stocked })
  const formatted: Record<string, string> = { message }
  for (const [name, count] of Object.entries(units)) formatted[name] = formatQuantity(count, language)
  return (
    <div ref={shown} role="alert">
      <Alert variant={key === "stale_quantity" || key === "unanswered" ? "warning" : "error"}>
        {t(`truestock.adjust.refused.${key}`, formatted)}
      </Alert>
    </div>
  )
}
