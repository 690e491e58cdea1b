import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Change } from "../../../lib/distributor/answers"

const COLORS = { to_zero: "red", from_zero: "green", across_threshold: "orange", large: "blue" } as const

/** Why a change matters, or what it is where no figure has moved far. */
export const ChangeBadges = ({ change: { change, reasons, before, after } }: { change: Change }) => {
  const { t } = useTranslation()
  const isMoved = before?.on_hand !== after.on_hand || before.on_order !== after.on_order
  return (
    <div className="flex flex-wrap gap-1">
      {(change !== "changed" || (!isMoved && reasons.length === 0)) && (
        <Badge size="2xsmall" className="whitespace-nowrap">
          {t(`truestock.distributor.changes.change.${change}`)}
        </Badge>
      )}
      {reasons.map((reason) => (
        <Badge key={reason} size="2xsmall" color={COLORS[reason]} className="whitespace-nowrap">
          {t(`truestock.distributor.changes.reason.${reason}`)}
        </Badge>
      ))}
    </div>
  )
}
