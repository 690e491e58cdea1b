import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { Figures, LeadTime } from "../../lib/availability/answers"
import { formatQuantity } from "../../lib/format"
import { Moment } from "../common/moment"
import { AvailabilityBadge } from "./availability-badge"
import { ReasonText } from "./reason-text"
import { Units } from "./units"

/** What is said of one channel, variant or location, on one line. */
export const FiguresLine = ({ name, figures }: { name: string; figures: Figures }) => (
  <span className="flex min-w-0 flex-1 items-center justify-between gap-x-3">
    <Text as="span" size="small" leading="compact" className="truncate" title={name}>
      {name}
    </Text>
    <span className="flex shrink-0 items-center gap-x-2">
      {figures.purchasable && figures.quantity !== 0 && (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle tabular-nums">
          <Units count={figures.quantity} />
        </Text>
      )}
      <AvailabilityBadge status={figures.status} />
    </span>
  </span>
)

type FiguresBlockProps = {
  name: string
  figures: Figures & {
    sku?: string | null
    available_quantity: number | null
    max_single_location?: number | null
    available_on?: string | null
    lead_time_days?: LeadTime | null
    eta: string | null
  }
}

/** The same of a variant, with its stock, why it is so, and when it changes. */
export const FiguresBlock = ({ name, figures }: FiguresBlockProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const {
    sku,
    available_quantity: count,
    max_single_location: most,
    available_on,
    lead_time_days,
    eta,
  } = figures
  const stock =
    count !== null &&
    t("truestock.availability.available", { count, formatted: formatQuantity(count, language) })
  const atOne =
    typeof most === "number" &&
    most < (count ?? 0) &&
    t("truestock.availability.atOneLocation", { count: most, formatted: formatQuantity(most, language) })
  return (
    <div className="flex flex-col gap-y-1">
      <FiguresLine name={name} figures={figures} />
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {sku && `${sku} · `}
        {stock && `${stock} · `}
        {atOne && `${atOne} · `}
        <ReasonText reason={figures.reason} />{" "}
        {available_on && (
          <>
            {t("truestock.availability.availableOn")} <Moment at={available_on} />{" "}
          </>
        )}
        {eta && (
          <>
            {t("truestock.availability.expectedOn")} <Moment at={eta} />{" "}
          </>
        )}
        {lead_time_days && (
          <>
            {t("truestock.availability.leadTime")} {t("truestock.availability.leadTimeDays", lead_time_days)}
          </>
        )}
      </Text>
    </div>
  )
}
