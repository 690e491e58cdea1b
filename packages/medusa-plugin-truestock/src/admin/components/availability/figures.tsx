import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Figures as FiguresOf, LeadTime } from "../../lib/availability/answers"
import { Moment } from "../common/moment"
import { AvailabilityBadge } from "./availability-badge"
import { ReasonText } from "./reason-text"
import { Units } from "./units"

type FiguresProps = {
  name: string
  /** A second name: the SKU of a variant. */
  detail?: string | null
  figures: FiguresOf & { available_on?: string | null; lead_time_days?: LeadTime | null }
}

/** What is said of one channel, variant or location, on one line. */
export const FiguresLine = ({ name, figures }: FiguresProps) => (
  <span className="flex min-w-0 flex-1 items-center justify-between gap-x-3">
    <Text as="span" size="small" leading="compact" className="truncate" title={name}>
      {name}
    </Text>
    <span className="flex shrink-0 items-center gap-x-2">
      {figures.purchasable && (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle tabular-nums">
          <Units count={figures.quantity} />
        </Text>
      )}
      <AvailabilityBadge status={figures.status} />
    </span>
  </span>
)

/** The same, with why it is so, and when it changes. */
export const FiguresBlock = ({ name, detail, figures }: FiguresProps) => {
  const { t } = useTranslation()
  const { available_on, lead_time_days } = figures
  return (
    <div className="flex flex-col gap-y-1">
      <FiguresLine name={name} figures={figures} />
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {detail && <span className="font-mono">{detail}: </span>}
        <ReasonText reason={figures.reason} />{" "}
        {available_on && (
          <>
            {t("truestock.availability.availableOn")} <Moment at={available_on} />{" "}
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
