import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { statusColor, statusKey } from "../../lib/availability/status-text"

/** A status in a word and a colour. */
export const AvailabilityBadge = ({ status }: { status: string }) => {
  const { t } = useTranslation()
  return (
    <StatusBadge color={statusColor(status)} className="shrink-0 whitespace-nowrap">
      {t(statusKey(status))}
    </StatusBadge>
  )
}
