import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HealthCheck } from "../../lib/answers"

const COLOR = { ok: "green", warning: "orange", error: "red", skipped: "grey" } as const

/** A status in a word and a colour. */
export const HealthBadge = ({ status }: { status: HealthCheck["status"] }) => {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLOR[status]} className="shrink-0 whitespace-nowrap">
      {t(`truestock.health.status.${status}`)}
    </StatusBadge>
  )
}
