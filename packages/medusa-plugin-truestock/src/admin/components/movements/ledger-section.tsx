import { Alert, clx, Container, Skeleton } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useLedger } from "../../hooks/use-ledger"
import { back, cursorOf, firstPage, onwards, pageNumber } from "../../lib/cursors"
import {
  csvAddress,
  isBackwards,
  movementSearch,
  readLedgerSearch,
  writeLedgerSearch,
  type LedgerFilter,
} from "../../lib/movement-search"
import { DownloadLink } from "../common/download-link"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { PageHeading } from "../common/page-heading"
import { KeysetPager } from "./keyset-pager"
import { LedgerFilters } from "./ledger-filters"
import { MovementTable } from "./movement-table"

/** The movements of all items, with every filter that the ledger has; they stand in the page's address. */
export const LedgerSection = () => {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => readLedgerSearch(search), [search])
  const [cursors, setCursors] = useState(firstPage)
  const { data, error, refetch, isPlaceholderData } = useLedger(filter, cursorOf(cursors))
  const change = (next: LedgerFilter) => {
    setSearch(writeLedgerSearch(next), { replace: true })
    setCursors(firstPage)
  }
  const wrong = isBackwards(filter)
  const shown = wrong || error ? undefined : data
  const next = isPlaceholderData ? undefined : shown?.next_cursor
  const hasFilter = Object.keys(movementSearch(filter)).length > 0
  const empty = shown?.next_cursor ? "emptyPage" : hasFilter ? "emptyFiltered" : "empty"
  return (
    <Container className="divide-y overflow-hidden p-0">
      <PageHeading title={t("truestock.movements.title")} subtitle={t("truestock.movements.allSubtitle")}>
        {!wrong && (
          <DownloadLink addressAt={(backendUrl) => csvAddress(filter, backendUrl)} fileName="movements.csv" />
        )}
      </PageHeading>
      <LedgerFilters
        filter={filter}
        onChange={(changed) => change({ ...filter, ...changed })}
        onClear={() => change({})}
      />
      {wrong && (
        <div role="alert" className="px-6 py-4">
          <Alert variant="error">{t("truestock.movements.backwards")}</Alert>
        </div>
      )}
      {!wrong && error && <Failure error={error} onTryAgain={refetch} />}
      {!wrong && !error && !data && <Skeleton className="m-6 h-64" />}
      {shown?.movements.length === 0 && (
        <Empty title={t(`truestock.movements.${empty}`)} hint={t(`truestock.movements.${empty}Hint`)} />
      )}
      {shown && shown.movements.length > 0 && (
        <div className={clx({ "opacity-60": isPlaceholderData })} aria-busy={isPlaceholderData}>
          <MovementTable
            movements={shown.movements}
            showLocation={!filter.locationId}
            showItem={!filter.itemId}
          />
        </div>
      )}
      {shown && (next || cursors.length > 0) && (
        <KeysetPager
          page={pageNumber(cursors)}
          onNewer={cursors.length > 0 ? () => setCursors(back(cursors)) : undefined}
          onOlder={next ? () => setCursors(onwards(cursors, next)) : undefined}
        />
      )}
    </Container>
  )
}
