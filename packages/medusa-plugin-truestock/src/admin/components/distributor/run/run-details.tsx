import { Alert, Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRun } from "../../../hooks/distributor/use-distributor"
import { useToldWhenOver } from "../../../hooks/distributor/use-told-when-over"
import type { Run } from "../../../../modules/distributor/runs/run"
import { isOpen } from "../../../lib/distributor/progress"
import { Failure } from "../../common/failure"
import { PaperHeader } from "../../stockroom/paper-header"
import { ChangeSection } from "../changes/change-section"
import { RejectSection } from "../changes/reject-section"
import { CountList } from "./count-list"
import { NoteList } from "./note-list"
import { RunActions } from "./run-actions"
import { RunBadge } from "./run-badge"
import { RunFacts } from "./run-facts"
import { RunFailure } from "./run-failure"
import { RunProgress } from "./run-progress"
import { VerdictSection } from "./verdict-section"

/** One run: how far it is or how it ended, what its guards said, what it changes, and what it did not understand. */
export const RunDetails = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const { data, error, refetch } = useRun(id)
  useToldWhenOver(data?.run)
  if (error) {
    return (
      <Container className="p-0">
        <Failure error={error} onTryAgain={refetch} />
      </Container>
    )
  }
  if (!data) return <Skeleton className="h-96 w-full" />
  const { run } = data
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PaperHeader
          title={t(`truestock.distributor.run.kind.${run.kind}`)}
          badge={<RunBadge run={run} />}
          actions={<RunActions run={run} />}
        />
        <div className="flex flex-col gap-y-3 px-6 py-4">
          {isOpen(run) && <RunProgress run={run} />}
          {run.status === "guarded" && <Alert variant="warning">{t("truestock.distributor.guarded")}</Alert>}
          {run.status === "failed" && <RunFailure run={run} />}
          <CountList run={run} />
          <NoteList run={run} />
        </div>
        <RunFacts run={run} />
      </Container>
      {run.verdicts.length > 0 && <VerdictSection run={run} />}
      {run.kind === "sync" && hasCompared(run) && <ChangeSection run={run} />}
      {run.kind !== "import" && run.kind !== "settle" && <RejectSection run={run} />}
    </div>
  )
}

/** One that failed before it had read anything cannot say that nothing differs. */
const hasCompared = ({ status, counts }: Run) => status !== "failed" || counts.staged !== undefined
