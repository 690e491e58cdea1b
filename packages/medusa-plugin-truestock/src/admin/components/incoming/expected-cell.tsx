import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatDate } from "../../lib/format"
import { isPastDay } from "../../lib/local-day"
import type { Delivery } from "../../lib/stockroom/answers"

/** The day on which a delivery is expected, and whether it is late. */
export const ExpectedCell = ({ delivery: { expected_at, status } }: { delivery: Delivery }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!expected_at) return "–"
  const isLate = status === "expected" && isPastDay(expected_at, new Date())
  return (
    <span className="flex items-center gap-x-2 whitespace-nowrap">
      <time dateTime={expected_at}>{formatDate(expected_at, language)}</time>
      {isLate && (
        <Badge size="2xsmall" color="orange">
          {t("truestock.incoming.late")}
        </Badge>
      )}
    </span>
  )
}
