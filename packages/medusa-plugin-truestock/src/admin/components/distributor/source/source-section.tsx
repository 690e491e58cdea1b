import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRun, useRuns } from "../../../hooks/distributor/use-distributor"
import { useToldWhenOver } from "../../../hooks/distributor/use-told-when-over"
import type { Source } from "../../../lib/distributor/answers"
import { FreshnessBadge } from "../freshness-badge"
import { LatestRun } from "../run/latest-run"
import { SourceActions } from "./source-actions"
import { SourceFacts } from "./source-facts"

/** One distributor: how fresh its figures are, what can be asked of it, and what it is doing. */
export const SourceSection = ({ source }: { source: Source }) => {
  const { t } = useTranslation()
  const { data: page } = useRuns(source.id, { limit: 1 })
  // One that waits is newer than the one that is under way, which is what an operator wants to see.
  const { data: answer } = useRun(source.lease_run_id ?? page?.runs[0]?.id)
  useToldWhenOver(answer?.run)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading level="h2" className="break-words">
              {source.name}
            </Heading>
            <FreshnessBadge asOf={source.as_of} source={source} />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`truestock.distributor.feed.${source.feed}`)} · {source.id}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/settings/catalogue-import/queue?source=${source.id}`}>
            {t("truestock.distributor.queue.open")}
          </Link>
        </Button>
      </div>
      <SourceFacts source={source} />
      <SourceActions source={source} />
      {answer && <LatestRun run={answer.run} />}
    </Container>
  )
}
