import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useLanguage } from "../../../hooks/use-language"
import { shownCounts } from "../../../lib/distributor/run-counts"
import { formatQuantity } from "../../../lib/format"

/** What a run has counted, on one line that wraps. */
export const CountList = ({ run }: { run: Pick<Run, "kind" | "counts"> }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="txt-compact-small flex flex-wrap gap-x-4 gap-y-1">
      {shownCounts(run).map(({ name, count }) => (
        <li key={name} className="text-ui-fg-subtle whitespace-nowrap">
          <span className="text-ui-fg-base font-medium tabular-nums">{formatQuantity(count, language)}</span>{" "}
          {t(`truestock.distributor.counts.${name}`)}
        </li>
      ))}
    </ul>
  )
}
