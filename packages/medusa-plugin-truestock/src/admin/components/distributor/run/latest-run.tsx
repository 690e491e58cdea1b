import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Run } from "../../../../modules/distributor/runs/run"
import { isOpen } from "../../../lib/distributor/progress"
import { Moment } from "../../common/moment"
import { CountList } from "./count-list"
import { NoteList } from "./note-list"
import { RunBadge } from "./run-badge"
import { RunFailure } from "./run-failure"
import { RunProgress } from "./run-progress"
import { StopRun } from "./stop-run"

/** What a source is doing, or what came of what it did last. */
export const LatestRun = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Text size="small" leading="compact" weight="plus">
            {t(`truestock.distributor.run.kind.${run.kind}`)}
          </Text>
          <RunBadge run={run} />
          <span className="txt-compact-small text-ui-fg-subtle">
            <Moment at={run.ended_at ?? run.started_at ?? run.created_at} />
          </span>
        </div>
        <div className="flex items-center gap-x-3">
          <Link
            to={`/settings/catalogue-import/runs/${run.id}`}
            className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
          >
            {t("truestock.distributor.run.open")}
          </Link>
          {isOpen(run) && <StopRun run={run} />}
        </div>
      </div>
      {isOpen(run) ? <RunProgress run={run} /> : <CountList run={run} />}
      {run.status === "failed" && <RunFailure run={run} />}
      <NoteList run={run} />
    </div>
  )
}
