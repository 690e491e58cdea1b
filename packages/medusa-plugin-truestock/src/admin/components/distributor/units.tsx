import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"

/** Units as a distributor states them; what it does not say is no zero. */
export const Units = ({ count }: { count: number | null | undefined }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <span className="tabular-nums">
      {count === null || count === undefined
        ? t("truestock.distributor.widget.notSaid")
        : formatQuantity(count, language)}
    </span>
  )
}
