import { clx, Container, DataTable, Heading, Text, useDataTable, type DataTableColumnDef } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { ROWS_PER_PAGE } from "../../lib/stockroom/list-search"
import { Failure } from "../common/failure"
import { paginationTexts } from "../common/pagination-texts"

type PaperTableProps<Paper> = {
  title: string
  subtitle: string
  /** What can be begun from here. */
  actions: ReactNode
  filters: ReactNode
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as @medusajs/ui has it: each column has values of its own.
  columns: DataTableColumnDef<Paper, any>[]
  papers: Paper[] | undefined
  count: number | undefined
  page: number
  onPage: (page: number) => void
  isPlaceholderData: boolean
  error: Error | null
  refetch: () => unknown
  emptyState: { heading: string; description: string }
  /** Where a paper has a page of its own. */
  pathOf?: (paper: Paper) => string
}

/** A list of papers (deliveries, transfers or counts) with what it is filtered by, by pages. */
export const PaperTable = <Paper extends { id: string }>(props: PaperTableProps<Paper>) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathOf, emptyState } = props
  const table = useDataTable<Paper>({
    columns: props.columns,
    data: props.papers ?? [],
    rowCount: props.count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: !props.papers && !props.error,
    // What is done to a paper must not throw the operator back to the first page.
    autoResetPageIndex: false,
    pagination: {
      state: { pageIndex: props.page, pageSize: ROWS_PER_PAGE },
      onPaginationChange: ({ pageIndex }) => props.onPage(pageIndex),
    },
    ...(pathOf && { onRowClick: (_, paper) => void navigate(pathOf(paper)) }),
  })
  return (
    <Container className="divide-y p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-col items-stretch gap-y-4">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <div>
              <Heading>{props.title}</Heading>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {props.subtitle}
              </Text>
            </div>
            {props.actions}
          </div>
          <div className="flex flex-wrap items-center gap-2">{props.filters}</div>
        </DataTable.Toolbar>
        {props.error ? (
          <Failure error={props.error} onTryAgain={props.refetch} />
        ) : (
          <>
            <div
              className={clx({ "opacity-60": props.isPlaceholderData })}
              aria-busy={props.isPlaceholderData}
            >
              <DataTable.Table emptyState={{ empty: emptyState, filtered: emptyState }} />
            </div>
            {!!props.count && <DataTable.Pagination translations={paginationTexts(t)} />}
          </>
        )}
      </DataTable>
    </Container>
  )
}
