import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Title } from "../../../../modules/distributor/titles/title"
import type { Source } from "../../../lib/distributor/answers"
import { Moment } from "../../common/moment"
import { FreshnessBadge } from "../freshness-badge"
import { LastChange } from "./last-change"
import { PlaceTable } from "./place-table"

/** One title at one distributor: its stock by place, of when that is, and what changed last. */
export const SourceTitle = ({ source, title }: { source: Source; title: Title }) => {
  const { t } = useTranslation()
  const { as_of, missing_since, ean13 } = title
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-3">
        <div className="min-w-0">
          <Text size="small" leading="compact" weight="plus" className="truncate">
            {source.name}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted tabular-nums">
            {ean13}
          </Text>
        </div>
        <FreshnessBadge asOf={as_of} source={source} />
      </div>
      <PlaceTable title={title} />
      <dl className="txt-compact-small flex flex-col gap-y-2">
        {as_of && (
          <div className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ui-fg-subtle">{t("truestock.distributor.widget.asOf")}</dt>
            <dd>
              <Moment at={as_of} />
            </dd>
          </div>
        )}
        <LastChange title={title} />
      </dl>
      {missing_since && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("truestock.distributor.widget.missing")} (<Moment at={missing_since} />)
        </Text>
      )}
      <Link
        to={`/settings/catalogue-import/queue?source=${source.id}&q=${ean13}`}
        className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover w-fit"
      >
        {t("truestock.distributor.widget.toQueue")}
      </Link>
    </div>
  )
}
