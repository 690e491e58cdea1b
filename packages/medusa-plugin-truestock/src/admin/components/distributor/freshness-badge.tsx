import { StatusBadge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { useNow } from "../../hooks/use-now"
import type { Source } from "../../lib/distributor/answers"
import { formatSpan, freshnessOf } from "../../lib/distributor/freshness"

const COLORS = { fresh: "green", old: "orange", silent: "red", unknown: "grey" } as const
const LOOK_EVERY_MS = 30_000

type FreshnessBadgeProps = {
  asOf: string | null
  source: Pick<Source, "limit_seconds" | "grace_seconds">
}

/** Whether figures of some moment may still be believed; they age while the page is open. */
export const FreshnessBadge = ({ asOf, source }: FreshnessBadgeProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const freshness = freshnessOf(asOf, source, useNow(LOOK_EVERY_MS))
  const limit = formatSpan(source.limit_seconds, language)
  return (
    <Tooltip content={t(`truestock.distributor.freshnessHint.${freshness}`, { limit })}>
      <StatusBadge color={COLORS[freshness]} className="shrink-0 whitespace-nowrap">
        {t(`truestock.distributor.freshness.${freshness}`)}
      </StatusBadge>
    </Tooltip>
  )
}
