import { useTranslation } from "react-i18next"
import type { Run, RunTarget } from "../../../../modules/distributor/runs/run"
import { useLanguage } from "../../../hooks/use-language"
import { formatQuantity } from "../../../lib/format"
import { Moment } from "../../common/moment"
import { Facts } from "../../stockroom/facts"
import { UserName } from "../../stockroom/user-name"
import { RunOwner } from "./run-owner"

/** Who asked for a run, when it was done, what it read, and who let it through. */
export const RunFacts = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  const text = (name: string) => t(`truestock.distributor.run.${name}`)
  const { snapshot } = run
  return (
    <Facts
      facts={[
        [t("truestock.distributor.source"), run.source_id],
        [text("began"), <Moment key="began" at={run.created_at} />],
        [text("by"), <RunOwner key="by" run={run} />],
        [text("begun"), run.started_at && <Moment at={run.started_at} />],
        [text("ended"), run.ended_at && <Moment at={run.ended_at} />],
        [text("target"), <Target key="target" target={run.target} />],
        [
          text("file"),
          snapshot && `${snapshot.id} (${t(`truestock.distributor.fileKind.${snapshot.kind}`)})`,
        ],
        [text("fileOf"), snapshot?.as_of && <Moment at={snapshot.as_of} />],
        [text("overriddenBy"), run.overridden_by && <UserName id={run.overridden_by} />],
        [text("overrideReason"), run.override_reason],
      ]}
    />
  )
}

const Target = ({ target: { search, eans, limit } }: { target: RunTarget }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const titles = eans
    ? t("truestock.distributor.run.eans", {
        count: eans.length,
        formatted: formatQuantity(eans.length, language),
      })
    : search
      ? t("truestock.distributor.run.targets.search", { search })
      : t("truestock.distributor.run.targets.all")
  const most =
    limit && t("truestock.distributor.run.targets.atMost", { limit: formatQuantity(limit, language) })
  return <>{[titles, most].filter(Boolean).join(", ")}</>
}
