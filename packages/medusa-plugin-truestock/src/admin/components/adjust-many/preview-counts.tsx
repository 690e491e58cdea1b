import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type PreviewCountsProps = { all: number; sent: number; wrong: number }

/** How many rows would be done, change nothing, or cannot be done. */
export const PreviewCounts = ({ all, sent, wrong }: PreviewCountsProps) => {
  const { t } = useTranslation()
  const same = all - sent - wrong
  return (
    <div role="status" className="flex flex-wrap gap-2 px-6 py-3">
      <StatusBadge color={sent > 0 ? "green" : "grey"}>
        {t("truestock.adjustMany.canBeDone", { count: sent })}
      </StatusBadge>
      {same > 0 && (
        <StatusBadge color="grey">{t("truestock.adjustMany.changeNothing", { count: same })}</StatusBadge>
      )}
      {wrong > 0 && (
        <StatusBadge color="red">{t("truestock.adjustMany.withProblems", { count: wrong })}</StatusBadge>
      )}
    </div>
  )
}
