import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/stockroom/use-stockroom"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import { Failure } from "../common/failure"
import { Moment } from "../common/moment"
import { Facts } from "../stockroom/facts"
import { PaperHeader } from "../stockroom/paper-header"
import { UserName } from "../stockroom/user-name"
import { CountActions } from "./count-actions"
import { CountBadge } from "./count-badge"
import { CountLines } from "./count-lines"
import { Differences } from "./differences"

/** One stock take: counted, reviewed and posted here. */
export const CountDetails = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch } = useCount(id)
  if (error) {
    return (
      <Container className="p-0">
        <Failure error={error} onTryAgain={refetch} />
      </Container>
    )
  }
  if (!data) return <Skeleton className="h-96 w-full" />
  const { stock_count: count } = data
  const closed = count.status === "cancelled" ? "cancelled" : "posted"
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PaperHeader
          title={t("truestock.stock_take.of", { location: count.location_name ?? count.location_id })}
          badge={<CountBadge status={count.status} />}
          actions={<CountActions count={count} />}
        />
        <Facts
          facts={[
            [t("truestock.stock_take.counted"), formatQuantity(count.counted_lines, language)],
            [t("truestock.stock_take.differing"), formatQuantity(count.differing_lines, language)],
            [t("truestock.stock_take.difference"), <Differences key="differences" count={count} />],
            [t("truestock.stock_take.opened"), <Moment key="opened" at={count.created_at} />],
            [t("truestock.stockroom.by"), count.created_by && <UserName id={count.created_by} />],
            [t(`truestock.stock_take.status.${closed}`), count.closed_at && <Moment at={count.closed_at} />],
            [t("truestock.adjust.note"), count.note],
          ]}
        />
      </Container>
      <CountLines count={count} />
    </div>
  )
}
