import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"

const COLORS = {
  requested: "grey",
  running: "blue",
  guarded: "orange",
  done: "green",
  failed: "red",
  stopped: "grey",
} as const

/** The state of a run, and whether it was for show. */
export const RunBadge = ({ run }: { run: Pick<Run, "status" | "is_dry_run"> }) => {
  const { t } = useTranslation()
  return (
    <span className="flex items-center gap-x-2 whitespace-nowrap">
      <StatusBadge color={COLORS[run.status]}>
        {t(`truestock.distributor.run.status.${run.status}`)}
      </StatusBadge>
      {run.is_dry_run && <Badge size="2xsmall">{t("truestock.distributor.run.dry")}</Badge>}
    </span>
  )
}
