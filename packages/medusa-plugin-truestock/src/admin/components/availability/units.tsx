import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"

/** How many units; null = no limit. */
export const Units = ({ count }: { count: number | null }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  if (count === null) return <>{t("truestock.availability.noLimit")}</>
  return (
    <>{t("truestock.availability.unitsInStock", { count, formatted: formatQuantity(count, language) })}</>
  )
}
