import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSetUp } from "../../../hooks/distributor/use-distributor-change"
import { useStockLocations } from "../../../hooks/use-choices"
import { useLanguage } from "../../../hooks/use-language"
import type { Source } from "../../../lib/distributor/answers"
import { formatSpan } from "../../../lib/distributor/freshness"
import { formatQuantity } from "../../../lib/format"
import { Moment } from "../../common/moment"
import { Facts } from "../../stockroom/facts"

/** What is known of a source: of when its figures are, what was applied last, and where its stock lies. */
export const SourceFacts = ({ source }: { source: Source }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const never = t("truestock.distributor.never")
  const { full_sequence: sequence, full_rows: count, sync_every_seconds: every } = source
  const full =
    sequence !== null && count !== null
      ? t("truestock.distributor.fullOf", { sequence, count, formatted: formatQuantity(count, language) })
      : (sequence ?? never)
  const span = every !== null && formatSpan(every, language)
  return (
    <Facts
      facts={[
        [
          t("truestock.distributor.fact.asOf"),
          source.as_of === null ? never : <Moment key="asOf" at={source.as_of} />,
        ],
        [
          t("truestock.distributor.fact.syncedAt"),
          source.synced_at === null ? never : <Moment key="syncedAt" at={source.synced_at} />,
        ],
        [t("truestock.distributor.fact.limit"), formatSpan(source.limit_seconds, language)],
        [t("truestock.distributor.fact.full"), source.feed !== "ingram_ipage" && full],
        [
          t("truestock.distributor.fact.delta"),
          source.feed === "ingram_stockv2" && (source.delta_sequence ?? never),
        ],
        [
          t("truestock.distributor.fact.every"),
          span ? t("truestock.distributor.everySpan", { span }) : never,
        ],
        [t("truestock.distributor.fact.location"), <SourceLocation key="location" source={source} />],
      ]}
    />
  )
}

const SourceLocation = ({ source: { id, location_id } }: { source: Source }) => {
  const { t } = useTranslation()
  const locations = useStockLocations()
  const { mutate, isPending } = useSetUp(id)
  if (location_id === null) {
    return (
      <Button size="small" className="mt-1" isLoading={isPending} onClick={() => mutate()}>
        {t("truestock.distributor.setUp.action")}
      </Button>
    )
  }
  return (
    <Link to={`/settings/locations/${location_id}`} className="text-ui-fg-interactive">
      {locations.find((location) => location.id === location_id)?.name ?? location_id}
    </Link>
  )
}
