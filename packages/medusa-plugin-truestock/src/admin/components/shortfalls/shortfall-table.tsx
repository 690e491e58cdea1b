import {
  Container,
  DataTable,
  Heading,
  Text,
  useDataTable,
  type DataTablePaginationState,
} from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { SHORTFALLS_SHOWN, useShortfalls, type ShortfallsShown } from "../../hooks/use-shortfalls"
import { Choice } from "../common/choice"
import { Failure } from "../common/failure"
import { paginationTexts } from "../common/pagination-texts"
import { shortfallColumns } from "./shortfall-columns"

const FIRST_PAGE: DataTablePaginationState = { pageIndex: 0, pageSize: 20 }

export const ShortfallTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState<ShortfallsShown>("open")
  const [page, setPage] = useState(FIRST_PAGE)
  const { data, error, isPending, refetch } = useShortfalls(shown, {
    limit: page.pageSize,
    offset: page.pageIndex * page.pageSize,
  })
  const columns = useMemo(
    () => shortfallColumns(t, language, { showResolved: shown !== "open" }),
    [t, language, shown]
  )
  const table = useDataTable({
    columns,
    data: data?.shortfalls ?? [],
    rowCount: data?.count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: isPending,
    pagination: { state: page, onPaginationChange: setPage },
  })
  const choose = (next: ShortfallsShown) => {
    setShown(next)
    setPage(FIRST_PAGE)
  }

  return (
    <Container className="divide-y p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div>
            <Heading>{t("truestock.shortfalls.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("truestock.shortfalls.subtitle")}
            </Text>
          </div>
          <Choice
            label={t("truestock.shortfalls.filter")}
            value={shown}
            onChange={choose}
            options={SHORTFALLS_SHOWN.map((value) => ({
              value,
              label: t(`truestock.shortfalls.show.${value}`),
            }))}
          />
        </DataTable.Toolbar>
        {error ? (
          <Failure error={error} onTryAgain={refetch} />
        ) : (
          <>
            <DataTable.Table
              emptyState={{
                empty: {
                  heading: t(`truestock.shortfalls.empty.${shown}.title`),
                  description: t(`truestock.shortfalls.empty.${shown}.hint`),
                },
              }}
            />
            {data && data.count > 0 && <DataTable.Pagination translations={paginationTexts(t)} />}
          </>
        )}
      </DataTable>
    </Container>
  )
}
