import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { COUNT_STATUSES } from "../../../modules/inventory_management/stockroom/count"
import { useListSearch } from "../../hooks/stockroom/use-list-search"
import { useCounts } from "../../hooks/stockroom/use-stockroom"
import { useLanguage } from "../../hooks/use-language"
import { listQuery } from "../../lib/stockroom/list-search"
import { OptionalChoice } from "../common/optional-choice"
import { LocationFilter } from "../stockroom/location-filter"
import { PaperTable } from "../stockroom/paper-table"
import { countColumns } from "./count-columns"
import { OpenCountDrawer } from "./open-count-drawer"

const FILTERS = { status: COUNT_STATUSES, location_id: undefined }

/** Stock takes, those under way and those before. */
export const CountTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpening, setIsOpening] = useState(false)
  const { search, show, filter, isFiltered } = useListSearch(FILTERS)
  const { data, ...asked } = useCounts(listQuery(search))
  const columns = useMemo(() => countColumns(t, language), [t, language])
  const { status, location_id } = search.filters
  const empty = isFiltered ? "emptyFiltered" : "empty"
  return (
    <>
      <PaperTable
        title={t("truestock.stock_take.title")}
        subtitle={t("truestock.stock_take.subtitle")}
        actions={
          <Button size="small" onClick={() => setIsOpening(true)}>
            {t("truestock.stock_take.open")}
          </Button>
        }
        filters={
          <>
            <OptionalChoice
              label={t("truestock.stockroom.state")}
              none={t("truestock.stockroom.anyState")}
              value={status}
              options={COUNT_STATUSES.map((value) => ({
                value: value as string,
                label: t(`truestock.stock_take.status.${value}`),
              }))}
              onChange={(value) => filter({ status: value })}
            />
            <LocationFilter value={location_id} onChange={(value) => filter({ location_id: value })} />
          </>
        }
        columns={columns}
        papers={data?.counts}
        count={data?.count}
        page={search.page}
        onPage={show}
        pathOf={({ id }) => `/stock-take/${id}`}
        emptyState={{
          heading: t(`truestock.stock_take.${empty}.title`),
          description: t(`truestock.stock_take.${empty}.hint`),
        }}
        {...asked}
      />
      {isOpening && <OpenCountDrawer locationId={location_id} onClose={() => setIsOpening(false)} />}
    </>
  )
}
