import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useTransfer } from "../../hooks/stockroom/use-stockroom"
import { Failure } from "../common/failure"
import { Moment } from "../common/moment"
import { Facts } from "../stockroom/facts"
import { PaperHeader } from "../stockroom/paper-header"
import { UserName } from "../stockroom/user-name"
import { TransferActions } from "./transfer-actions"
import { TransferBadge } from "./transfer-badge"
import { TransferLines } from "./transfer-lines"

/** One transfer: where it is between its locations, and what is on it. */
export const TransferDetails = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const { data, error, refetch } = useTransfer(id)
  if (error) {
    return (
      <Container className="p-0">
        <Failure error={error} onTryAgain={refetch} />
      </Container>
    )
  }
  if (!data) return <Skeleton className="h-96 w-full" />
  const { transfer } = data
  const from = transfer.from_location_name ?? transfer.from_location_id
  const to = transfer.to_location_name ?? transfer.to_location_id
  const closed = transfer.status === "cancelled" ? "cancelled" : "received"
  return (
    <Container className="divide-y p-0">
      <PaperHeader
        title={`${from} → ${to}`}
        badge={<TransferBadge status={transfer.status} />}
        actions={<TransferActions transfer={transfer} />}
      />
      <Facts
        facts={[
          [t("truestock.stockroom.created"), <Moment key="created" at={transfer.created_at} />],
          [t("truestock.stockroom.by"), transfer.created_by && <UserName id={transfer.created_by} />],
          [t("truestock.transfers.shipped"), transfer.shipped_at && <Moment at={transfer.shipped_at} />],
          [
            t(`truestock.transfers.status.${closed}`),
            transfer.closed_at && <Moment at={transfer.closed_at} />,
          ],
          [t("truestock.adjust.note"), transfer.note],
        ]}
      />
      <TransferLines lines={transfer.lines} isDraft={transfer.status === "draft"} />
    </Container>
  )
}
