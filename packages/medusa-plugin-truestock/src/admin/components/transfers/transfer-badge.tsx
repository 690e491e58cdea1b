import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TransferPaper } from "../../lib/stockroom/answers"

const COLORS = { draft: "grey", in_transit: "blue", received: "green", cancelled: "red" } as const

export const TransferBadge = ({ status }: Pick<TransferPaper, "status">) => {
  const { t } = useTranslation()
  return <StatusBadge color={COLORS[status]}>{t(`truestock.transfers.status.${status}`)}</StatusBadge>
}
