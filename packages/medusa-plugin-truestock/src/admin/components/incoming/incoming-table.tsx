import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { INCOMING_STATUSES } from "../../../modules/inventory_management/stockroom/incoming"
import { useListSearch } from "../../hooks/stockroom/use-list-search"
import { useDeliveries } from "../../hooks/stockroom/use-stockroom"
import { useLanguage } from "../../hooks/use-language"
import { listQuery } from "../../lib/stockroom/list-search"
import { OptionalChoice } from "../common/optional-choice"
import { LocationFilter } from "../stockroom/location-filter"
import { PaperTable } from "../stockroom/paper-table"
import { SearchFilter } from "../stockroom/search-filter"
import { AnnounceDrawer } from "./announce-drawer"
import { incomingColumns } from "./incoming-columns"

const FILTERS = { status: INCOMING_STATUSES, location_id: undefined, q: undefined }

/** What is expected, and from whom; it is announced, changed and received here. */
export const IncomingTable = () => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isAnnouncing, setIsAnnouncing] = useState(false)
  const { search, show, filter, isFiltered } = useListSearch(FILTERS)
  const { data, ...asked } = useDeliveries(listQuery(search))
  const columns = useMemo(() => incomingColumns(t, language), [t, language])
  const { status, location_id, q } = search.filters
  const empty = isFiltered ? "emptyFiltered" : "empty"
  return (
    <>
      <PaperTable
        title={t("truestock.incoming.title")}
        subtitle={t("truestock.incoming.subtitle")}
        actions={
          <Button size="small" onClick={() => setIsAnnouncing(true)}>
            {t("truestock.incoming.announce")}
          </Button>
        }
        filters={
          <>
            <SearchFilter
              label={t("truestock.incoming.search")}
              value={q}
              onChange={(value) => filter({ q: value })}
            />
            <OptionalChoice
              label={t("truestock.stockroom.state")}
              none={t("truestock.stockroom.anyState")}
              value={status}
              options={INCOMING_STATUSES.map((value) => ({
                value: value as string,
                label: t(`truestock.incoming.status.${value}`),
              }))}
              onChange={(value) => filter({ status: value })}
            />
            <LocationFilter value={location_id} onChange={(value) => filter({ location_id: value })} />
          </>
        }
        columns={columns}
        papers={data?.incoming}
        count={data?.count}
        page={search.page}
        onPage={show}
        emptyState={{
          heading: t(`truestock.incoming.${empty}.title`),
          description: t(`truestock.incoming.${empty}.hint`),
        }}
        {...asked}
      />
      {isAnnouncing && <AnnounceDrawer locationId={location_id} onClose={() => setIsAnnouncing(false)} />}
    </>
  )
}
