import { useTranslation } from "react-i18next"
import type { Title } from "../../../../modules/distributor/titles/title"
import { Moment } from "../../common/moment"
import { Units } from "../units"

/** When a title's stock was another the last time, and what it was then. */
export const LastChange = ({ title: { stock_changed_at: at, stock_change: change } }: { title: Title }) => {
  const { t } = useTranslation()
  const isMoved = change && change.before.on_hand !== change.after.on_hand
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ui-fg-subtle">{t("truestock.distributor.widget.changed")}</dt>
      <dd className="flex flex-wrap gap-x-2">
        {at ? <Moment at={at} /> : t("truestock.distributor.widget.neverChanged")}
        {isMoved && (
          <span className="whitespace-nowrap">
            <Units count={change.before.on_hand} /> → <Units count={change.after.on_hand} />
          </span>
        )}
      </dd>
    </div>
  )
}
