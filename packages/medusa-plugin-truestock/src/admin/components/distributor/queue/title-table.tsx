import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { SYNC_STATUSES } from "../../../../modules/distributor/titles/title"
import { useSources, useTitles } from "../../../hooks/distributor/use-distributor"
import { useProductNames } from "../../../hooks/distributor/use-product-names"
import { useListSearch } from "../../../hooks/stockroom/use-list-search"
import { useLanguage } from "../../../hooks/use-language"
import { listQuery } from "../../../lib/stockroom/list-search"
import { OptionalChoice } from "../../common/optional-choice"
import { PaperTable } from "../../stockroom/paper-table"
import { SearchFilter } from "../../stockroom/search-filter"
import { SourceChoice } from "../source-choice"
import { queuedTitle } from "../../../lib/distributor/queued-title"
import { titleColumns } from "./title-columns"
import { YesNoChoice } from "./yes-no-choice"

const YES_OR_NO = ["true", "false"]
const FILTERS = {
  ...{ source: undefined, sync_status: SYNC_STATUSES, q: undefined },
  ...{ is_flagged: YES_OR_NO, is_missing: YES_OR_NO, product_id: undefined },
}

/** What a distributor offers, and what became of it in the shop. */
export const TitleTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: list, ...askedSources } = useSources()
  const { search, show, filter } = useListSearch(FILTERS)
  const sources = list?.sources ?? []
  const { source = sources[0]?.id, ...filters } = search.filters
  const { data, ...asked } = useTitles(source, listQuery({ ...search, filters }))
  const names = useProductNames(data?.titles.flatMap(({ product_id }) => product_id ?? []) ?? [])
  const columns = useMemo(() => titleColumns(t, language), [t, language])
  const isNone = list?.sources.length === 0 && source === undefined
  const empty = isNone ? "none" : `queue.${Object.keys(filters).length > 0 ? "emptyFiltered" : "empty"}`
  return (
    <PaperTable
      title={t("truestock.distributor.queue.title")}
      subtitle={t("truestock.distributor.queue.subtitle")}
      actions={null}
      filters={
        <>
          <SourceChoice sources={sources} value={source} onChange={(id) => filter({ source: id })} />
          <SearchFilter
            label={t("truestock.distributor.queue.search")}
            value={filters.q}
            onChange={(q) => filter({ q })}
          />
          <OptionalChoice
            label={t("truestock.distributor.queue.column.status")}
            none={t("truestock.distributor.queue.anyStatus")}
            value={filters.sync_status}
            options={SYNC_STATUSES.map((value) => ({
              value: value as string,
              label: t(`truestock.distributor.queue.status.${value}`),
            }))}
            onChange={(value) => filter({ sync_status: value })}
          />
          <YesNoChoice
            about="flags"
            value={filters.is_flagged}
            onChange={(value) => filter({ is_flagged: value })}
          />
          <YesNoChoice
            about="missings"
            value={filters.is_missing}
            onChange={(value) => filter({ is_missing: value })}
          />
        </>
      }
      columns={columns}
      papers={isNone ? [] : data?.titles.map((title) => queuedTitle(title, names))}
      count={data?.count}
      page={search.page}
      onPage={show}
      emptyState={{
        heading: t(`truestock.distributor.${empty}.title`),
        description: t(`truestock.distributor.${empty}.hint`),
      }}
      {...asked}
      error={asked.error ?? askedSources.error}
    />
  )
}
