import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { TRANSFER_STATUSES } from "../../../modules/inventory_management/stockroom/transfer"
import { useListSearch } from "../../hooks/stockroom/use-list-search"
import { useTransfers } from "../../hooks/stockroom/use-stockroom"
import { useLanguage } from "../../hooks/use-language"
import { listQuery } from "../../lib/stockroom/list-search"
import { OptionalChoice } from "../common/optional-choice"
import { LocationFilter } from "../stockroom/location-filter"
import { PaperTable } from "../stockroom/paper-table"
import { DraftDrawer } from "./draft-drawer"
import { transferColumns } from "./transfer-columns"

const FILTERS = { status: TRANSFER_STATUSES, from_location_id: undefined, to_location_id: undefined }

/** Stock on its way from one location to another. */
export const TransferTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isDrafting, setIsDrafting] = useState(false)
  const { search, show, filter, isFiltered } = useListSearch(FILTERS)
  const { data, ...asked } = useTransfers(listQuery(search))
  const columns = useMemo(() => transferColumns(t, language), [t, language])
  const { status, from_location_id, to_location_id } = search.filters
  const empty = isFiltered ? "emptyFiltered" : "empty"
  return (
    <>
      <PaperTable
        title={t("truestock.transfers.title")}
        subtitle={t("truestock.transfers.subtitle")}
        actions={
          <Button size="small" onClick={() => setIsDrafting(true)}>
            {t("truestock.transfers.create")}
          </Button>
        }
        filters={
          <>
            <OptionalChoice
              label={t("truestock.stockroom.state")}
              none={t("truestock.stockroom.anyState")}
              value={status}
              options={TRANSFER_STATUSES.map((value) => ({
                value: value as string,
                label: t(`truestock.transfers.status.${value}`),
              }))}
              onChange={(value) => filter({ status: value })}
            />
            <LocationFilter
              label={t("truestock.transfers.from")}
              none={t("truestock.transfers.fromAnywhere")}
              value={from_location_id}
              onChange={(value) => filter({ from_location_id: value })}
            />
            <LocationFilter
              label={t("truestock.transfers.to")}
              none={t("truestock.transfers.toAnywhere")}
              value={to_location_id}
              onChange={(value) => filter({ to_location_id: value })}
            />
          </>
        }
        columns={columns}
        papers={data?.transfers}
        count={data?.count}
        page={search.page}
        onPage={show}
        pathOf={({ id }) => `/transfers/${id}`}
        emptyState={{
          heading: t(`truestock.transfers.${empty}.title`),
          description: t(`truestock.transfers.${empty}.hint`),
        }}
        {...asked}
      />
      {isDrafting && <DraftDrawer onClose={() => setIsDrafting(false)} />}
    </>
  )
}
