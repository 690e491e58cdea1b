import { clx, Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useAvailabilities } from "../../hooks/use-availabilities"
import { useAvailabilityFilter } from "../../hooks/use-availability-filter"
import { useLanguage } from "../../hooks/use-language"
import {
  availabilityCsvAddress,
  hasFilter,
  ROWS_PER_PAGE,
  type Sort,
} from "../../lib/availability/listing-search"
import { DownloadLink } from "../common/download-link"
import { Failure } from "../common/failure"
import { paginationTexts } from "../common/pagination-texts"
import { availabilityColumns } from "./availability-columns"
import { AvailabilityFilters } from "./availability-filters"

/** Every product with its availability; what is looked for stands in the page's address. */
export const AvailabilityTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { filter, change, clear } = useAvailabilityFilter()
  const { data, error, isPending, isPlaceholderData, refetch } = useAvailabilities(filter)
  const columns = useMemo(() => availabilityColumns(t, language), [t, language])
  const table = useDataTable({
    columns,
    data: data?.availabilities ?? [],
    rowCount: data?.count ?? 0,
    getRowId: ({ product_id }) => product_id,
    isLoading: isPending,
    // `change` goes to the first page by itself; two writes to the address at once would lose one.
    autoResetPageIndex: false,
    pagination: {
      state: { pageIndex: filter.page, pageSize: ROWS_PER_PAGE },
      onPaginationChange: ({ pageIndex }) => change({ page: pageIndex }),
    },
    search: { state: filter.q, onSearchChange: (q) => change({ q }) },
    sorting: {
      state: { id: filter.sort.by, desc: filter.sort.descending },
      onSortingChange: (next) => change({ sort: sortOf(next) }),
    },
  })
  const empty = hasFilter(filter) ? "emptyFiltered" : "empty"
  const emptyState = {
    heading: t(`truestock.availability.page.${empty}.title`),
    description: t(`truestock.availability.page.${empty}.hint`),
  }

  return (
    <Container className="divide-y p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-col items-stretch gap-y-4">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <div>
              <Heading>{t("truestock.availability.title")}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t("truestock.availability.page.subtitle")}
              </Text>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <DataTable.Search placeholder={t("truestock.availability.page.search")} />
              <DataTable.SortingMenu tooltip={t("truestock.availability.page.sort")} />
              <DownloadLink
                addressAt={(backendUrl) => availabilityCsvAddress(filter, backendUrl)}
                fileName="availability.csv"
              />
            </div>
          </div>
          <AvailabilityFilters filter={filter} onChange={change} onClear={clear} />
        </DataTable.Toolbar>
        {error ? (
          <Failure error={error} onTryAgain={refetch} />
        ) : (
          <>
            <div className={clx({ "opacity-60": isPlaceholderData })} aria-busy={isPlaceholderData}>
              <DataTable.Table emptyState={{ empty: emptyState, filtered: emptyState }} />
            </div>
            {data && data.count > 0 && <DataTable.Pagination translations={paginationTexts(t)} />}
          </>
        )}
      </DataTable>
    </Container>
  )
}

/** What the table calls a sort, as the filter does; none = the default. */
function sortOf(state: { id: string; desc: boolean } | undefined): Sort {
  return state
    ? { by: state.id as Sort["by"], descending: state.desc }
    : { by: "updated_at", descending: true }
}
