import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useHistory } from "../../hooks/use-history"
import { Choice } from "../common/choice"
import { Failure } from "../common/failure"
import { LocationChoice } from "../common/location-choice"
import { HistoryChart } from "./history-chart"

const RANGES_DAYS = ["7", "30", "90"] as const

type HistorySectionProps = {
  itemId: string
  locationId: string | undefined
  onLocationChange: (locationId: string | undefined) => void
}

/** The chart with its choices. The location chosen here also chooses the movements below. */
export const HistorySection = ({ itemId, locationId, onLocationChange }: HistorySectionProps) => {
  const { t } = useTranslation()
  const [days, setDays] = useState<(typeof RANGES_DAYS)[number]>("30")
  const { data: history, error, refetch } = useHistory({ itemId, locationId, days: Number(days) })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading level="h2">{t("truestock.history.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("truestock.history.subtitle")}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <LocationChoice itemId={itemId} locationId={locationId} onChange={onLocationChange} />
          <Choice
            label={t("truestock.history.range")}
            value={days}
            onChange={setDays}
            options={RANGES_DAYS.map((value) => ({
              value,
              label: t("truestock.history.days", { days: value }),
            }))}
          />
        </div>
      </div>
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && (
        <div className="px-6 py-4">
          {history?.points.length ? <HistoryChart history={history} /> : <Skeleton className="h-64 w-full" />}
        </div>
      )}
    </Container>
  )
}
