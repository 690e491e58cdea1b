import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { History } from "../../lib/answers"
import { courseOf } from "../../lib/chart/describe"
import { SERIES } from "../../lib/chart/series"
import { formatMoment, formatQuantity } from "../../lib/format"

type ChartDescriptionProps = { history: History; titleId: string; descriptionId: string }

/** The chart in words. The table of movements below it has every change. */
export const ChartDescription = ({ history, titleId, descriptionId }: ChartDescriptionProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const sentences = SERIES.map(({ quantity }) => {
    const course = courseOf(history.points.map((point) => point[quantity]))
    return t("truestock.history.chartLine", {
      quantity: t(`truestock.history.quantity.${quantity}`),
      first: formatQuantity(course.first, language),
      last: formatQuantity(course.last, language),
      lowest: formatQuantity(course.lowest, language),
      highest: formatQuantity(course.highest, language),
    })
  })
  const [from, to] = [formatMoment(history.from, language), formatMoment(history.to, language)]
  return (
    <figcaption className="sr-only">
      <p id={titleId}>{t("truestock.history.chartTitle", { from, to })}</p>
      <p id={descriptionId}>{sentences.join(" ")}</p>
    </figcaption>
  )
}
