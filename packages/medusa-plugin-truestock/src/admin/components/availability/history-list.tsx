import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAvailabilityHistory } from "../../hooks/use-availability-history"
import type { StatusChange } from "../../lib/availability/answers"
import type { NameOf } from "../../lib/availability/scope-name"
import { statusKey } from "../../lib/availability/status-text"
import { Disclosure } from "../common/disclosure"
import { Failure } from "../common/failure"
import { Moment } from "../common/moment"
import { ReasonText } from "./reason-text"
import { SectionHeading } from "./section-heading"

const CHANGES_SHOWN = 10

type HistoryListProps = { productId: string; channelName: NameOf }

/** The last changes of the product's status, asked for when it is opened. */
export const HistoryList = ({ productId, channelName }: HistoryListProps) => {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const { data, error, refetch } = useAvailabilityHistory(productId, CHANGES_SHOWN, { enabled: isOpen })
  const earlier = data ? data.count - data.history.length : 0
  return (
    <Disclosure
      className="px-6 py-4"
      onToggle={setIsOpen}
      summary={<SectionHeading text={t("truestock.availability.section.history")} />}
    >
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !data && <Skeleton className="mt-3 h-24" />}
      {data && (
        <ol className="mt-3 flex flex-col gap-y-3">
          {data.history.map((change) => (
            <li key={change.id}>
              <Change change={change} channelName={channelName} />
            </li>
          ))}
        </ol>
      )}
      {data && (data.count === 0 || earlier > 0) && (
        <Text size="xsmall" className="text-ui-fg-subtle mt-3">
          {earlier > 0
            ? t("truestock.availability.history.more", { count: earlier })
            : t("truestock.availability.history.empty")}
        </Text>
      )}
    </Disclosure>
  )
}

const Change = ({ change, channelName }: { change: StatusChange; channelName: NameOf }) => {
  const { t } = useTranslation()
  const { from_status: from, to_status: to, sales_channel_id, reason, changed_at } = change
  const event = from === null ? "first" : to === null ? "left" : "became"
  return (
    <div className="flex flex-col gap-y-0.5">
      <Text size="small" leading="compact">
        {t(`truestock.availability.history.${event}`, { from: t(statusKey(from)), to: t(statusKey(to)) })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        <Moment at={changed_at} />
        {sales_channel_id && `, ${channelName(sales_channel_id)}`}
        {reason && to !== null && (
          <>
            {": "}
            <ReasonText reason={reason} />
          </>
        )}
      </Text>
    </div>
  )
}
