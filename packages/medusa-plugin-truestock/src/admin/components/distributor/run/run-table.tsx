import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { RUN_KINDS, RUN_STATUSES } from "../../../../modules/distributor/runs/run"
import { useRuns } from "../../../hooks/distributor/use-distributor"
import { useListSearch } from "../../../hooks/stockroom/use-list-search"
import type { Source } from "../../../lib/distributor/answers"
import { listQuery } from "../../../lib/stockroom/list-search"
import { OptionalChoice } from "../../common/optional-choice"
import { PaperTable } from "../../stockroom/paper-table"
import { SourceChoice } from "../source-choice"
import { runColumns } from "./run-columns"

const FILTERS = { source: undefined, kind: RUN_KINDS, status: RUN_STATUSES }

/** What has been done with a source, the newest first. */
export const RunTable = ({ sources }: { sources: Source[] }) => {
  const { t } = useTranslation()
  const { search, show, filter } = useListSearch(FILTERS)
  const { source = sources[0]?.id, ...filters } = search.filters
  const { data, ...asked } = useRuns(source, listQuery({ ...search, filters }))
  const columns = useMemo(() => runColumns(t), [t])
  const empty = Object.keys(filters).length > 0 ? "emptyFiltered" : "empty"
  const choice = (name: "kind" | "status", values: readonly string[], none: string) => (
    <OptionalChoice
      label={t(name === "kind" ? "truestock.distributor.run.kindFilter" : "truestock.stockroom.state")}
      none={none}
      value={filters[name]}
      options={values.map((value) => ({ value, label: t(`truestock.distributor.run.${name}.${value}`) }))}
      onChange={(value) => filter({ [name]: value })}
    />
  )
  return (
    <PaperTable
      title={t("truestock.distributor.run.title")}
      subtitle={t("truestock.distributor.run.subtitle")}
      actions={null}
      filters={
        <>
          <SourceChoice sources={sources} value={source} onChange={(id) => filter({ source: id })} />
          {choice("kind", RUN_KINDS, t("truestock.distributor.run.anyKind"))}
          {choice("status", RUN_STATUSES, t("truestock.stockroom.anyState"))}
        </>
      }
      columns={columns}
      papers={data?.runs}
      count={data?.count}
      page={search.page}
      onPage={show}
      pathOf={({ id }) => `/settings/catalogue-import/runs/${id}`}
      emptyState={{
        heading: t(`truestock.distributor.run.${empty}.title`),
        description: t(`truestock.distributor.run.${empty}.hint`),
      }}
      {...asked}
    />
  )
}
