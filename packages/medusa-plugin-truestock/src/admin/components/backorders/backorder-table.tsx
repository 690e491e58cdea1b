import { Container, DataTable, useDataTable, type DataTablePaginationState } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useBackorders } from "../../hooks/use-backorders"
import { useStockLocations } from "../../hooks/use-choices"
import { useLanguage } from "../../hooks/use-language"
import { BACKORDERS_SHOWN, type BackordersShown } from "../../lib/backorders"
import { Choice } from "../common/choice"
import { Failure } from "../common/failure"
import { NamedChoice } from "../common/named-choice"
import { PageHeading } from "../common/page-heading"
import { paginationTexts } from "../common/pagination-texts"
import { backorderColumns } from "./backorder-columns"

const FIRST_PAGE: DataTablePaginationState = { pageIndex: 0, pageSize: 20 }

/** Promises that the stock does not cover, in the order in which they will be filled. */
export const BackorderTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState<BackordersShown>("owed")
  const [locationId, setLocationId] = useState<string>()
  const [page, setPage] = useState(FIRST_PAGE)
  const { data, error, isPending, refetch } = useBackorders({
    status: shown,
    locationId,
    limit: page.pageSize,
    offset: page.pageIndex * page.pageSize,
  })
  const columns = useMemo(() => backorderColumns(t, language, shown === "owed"), [t, language, shown])
  const table = useDataTable({
    columns,
    data: data?.backorders ?? [],
    rowCount: data?.count ?? 0,
    getRowId: ({ reservation_id }) => reservation_id,
    isLoading: isPending,
    autoResetPageIndex: false,
    pagination: { state: page, onPaginationChange: setPage },
  })
  const empty = {
    heading: t(`truestock.backorders.empty.${shown}.title`),
    description: t(`truestock.backorders.empty.${shown}.hint`),
  }
  return (
    <Container className="divide-y p-0">
      <PageHeading title={t("truestock.backorders.title")} subtitle={t("truestock.backorders.subtitle")}>
        <NamedChoice
          label={t("truestock.shared.location")}
          none={t("truestock.shared.allLocations")}
          value={locationId}
          choices={useStockLocations()}
          onChange={(next) => {
            setLocationId(next)
            setPage(FIRST_PAGE)
          }}
        />
        <Choice
          label={t("truestock.backorders.filter")}
          value={shown}
          onChange={(next) => {
            setShown(next)
            setPage(FIRST_PAGE)
          }}
          options={BACKORDERS_SHOWN.map((value) => ({
            value,
            label: t(`truestock.backorders.show.${value}`),
          }))}
        />
      </PageHeading>
      <DataTable instance={table}>
        {error ? (
          <Failure error={error} onTryAgain={refetch} />
        ) : (
          <>
            <DataTable.Table emptyState={{ empty }} />
            {data && data.count > 0 && <DataTable.Pagination translations={paginationTexts(t)} />}
          </>
        )}
      </DataTable>
    </Container>
  )
}
