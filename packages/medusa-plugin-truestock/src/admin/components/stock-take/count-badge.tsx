import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StockCount } from "../../lib/stockroom/answers"

const COLORS = { open: "blue", posted: "green", cancelled: "grey" } as const

export const CountBadge = ({ status }: Pick<StockCount, "status">) => {
  const { t } = useTranslation()
  return <StatusBadge color={COLORS[status]}>{t(`truestock.stock_take.status.${status}`)}</StatusBadge>
}
