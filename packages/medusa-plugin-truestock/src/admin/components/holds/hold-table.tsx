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
import { useHolds } from "../../hooks/use-holds"
import { useLanguage } from "../../hooks/use-language"
import { useUserNames } from "../../hooks/use-user-names"
import { HOLDS_SHOWN, type HoldsShown } from "../../lib/holds/filter"
import { userIdsOf } from "../../lib/holds/holder"
import { Choice } from "../common/choice"
import { Failure } from "../common/failure"
import { paginationTexts } from "../common/pagination-texts"
import { holdColumns } from "./hold-columns"
import { HoldsContext } from "./holds-context"

const FIRST_PAGE: DataTablePaginationState = { pageIndex: 0, pageSize: 20 }

/** Units that are kept for somebody for a while. */
export const HoldTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState<HoldsShown>("held")
  const [page, setPage] = useState(FIRST_PAGE)
  const { data, error, isPending, refetch } = useHolds(shown, {
    limit: page.pageSize,
    offset: page.pageIndex * page.pageSize,
  })
  const userNames = useUserNames(userIdsOf(data?.reservations ?? []))
  const columns = useMemo(() => holdColumns(t, language, shown === "held"), [t, language, shown])
  const table = useDataTable({
    columns,
    data: data?.reservations ?? [],
    rowCount: data?.count ?? 0,
    getRowId: ({ id }) => id,
    isLoading: isPending,
    // A hold that is released must not throw the operator back to the first page.
    autoResetPageIndex: false,
    pagination: { state: page, onPaginationChange: setPage },
  })
  const choose = (next: HoldsShown) => {
    setShown(next)
    setPage(FIRST_PAGE)
  }
  const emptyState = {
    heading: t(`truestock.holds.empty.${shown}.title`),
    description: t(`truestock.holds.empty.${shown}.hint`),
  }

  return (
    <Container className="divide-y p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div>
            <Heading>{t("truestock.holds.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("truestock.holds.subtitle")}
            </Text>
          </div>
          <Choice
            label={t("truestock.holds.filter")}
            value={shown}
            onChange={choose}
            options={HOLDS_SHOWN.map((value) => ({ value, label: t(`truestock.holds.show.${value}`) }))}
          />
        </DataTable.Toolbar>
        {error ? (
          <Failure error={error} onTryAgain={refetch} />
        ) : (
          <HoldsContext.Provider value={{ ahead: data?.ahead ?? 0, userNames }}>
            <DataTable.Table emptyState={{ empty: emptyState }} />
            {data && data.count > 0 && <DataTable.Pagination translations={paginationTexts(t)} />}
          </HoldsContext.Provider>
        )}
      </DataTable>
    </Container>
  )
}
