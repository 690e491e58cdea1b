import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Title } from "../../../../modules/distributor/titles/title"
import { useLanguage } from "../../../hooks/use-language"
import { formatMoment } from "../../../lib/format"

const COLORS = {
  discovered: "grey",
  enriched: "blue",
  imported: "green",
  skipped: "orange",
  failed: "red",
} as const

/** What became of a title and why, and what is to be known of it. */
export const TitleState = ({ title }: { title: Title }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { sync_status, status_reason, flagged_at, missing_since } = title
  return (
    <div className="flex flex-col gap-y-1 py-2">
      <span className="flex items-center gap-x-2 whitespace-nowrap">
        <StatusBadge color={COLORS[sync_status]}>
          {t(`truestock.distributor.queue.status.${sync_status}`)}
        </StatusBadge>
        {flagged_at && (
          <Badge size="2xsmall" color="blue" title={formatMoment(flagged_at, language)}>
            {t("truestock.distributor.queue.flagged")}
          </Badge>
        )}
        {missing_since && (
          <Badge
            size="2xsmall"
            color="orange"
            title={t("truestock.distributor.queue.missingSince", {
              at: formatMoment(missing_since, language),
            })}
          >
            {t("truestock.distributor.queue.missing")}
          </Badge>
        )}
      </span>
      {status_reason && (
        <span className="txt-compact-xsmall text-ui-fg-subtle block max-w-72 truncate" title={status_reason}>
          {status_reason}
        </span>
      )}
    </div>
  )
}
