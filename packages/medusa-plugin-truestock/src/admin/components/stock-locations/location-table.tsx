import { Container, Skeleton, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocationProfiles } from "../../hooks/use-location-profiles"
import type { StockLocation } from "../../lib/locations/answers"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { PageHeading } from "../common/page-heading"
import { RowPager } from "../common/row-pager"
import { LocationDrawer } from "./location-drawer"
import { LocationRow } from "./location-row"

const ROWS_PER_PAGE = 20
const COLUMNS = ["name", "code", "kind", "active", "priority", "backupFor"] as const

/** Medusa's stock locations with their profiles. */
export const LocationTable = () => {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const [edited, setEdited] = useState<StockLocation>()
  const { data: locations, error, refetch } = useLocationProfiles()
  const names = new Map(locations?.map(({ location_id, name }) => [location_id, name]))
  return (
    <Container className="divide-y overflow-hidden p-0">
      <PageHeading title={t("truestock.locations.title")} subtitle={t("truestock.locations.subtitle")} />
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !locations && <Skeleton className="m-6 h-64" />}
      {locations?.length === 0 && (
        <Empty title={t("truestock.locations.empty")} hint={t("truestock.locations.emptyHint")} />
      )}
      {locations && locations.length > 0 && (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                {COLUMNS.map((column) => (
                  <Table.HeaderCell key={column} className={column === "priority" ? "text-right" : undefined}>
                    {t(`truestock.locations.column.${column}`)}
                  </Table.HeaderCell>
                ))}
                <Table.HeaderCell />
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {locations.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE).map((location) => (
                <LocationRow
                  key={location.location_id}
                  location={location}
                  names={names}
                  onEdit={() => setEdited(location)}
                />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      {locations && locations.length > ROWS_PER_PAGE && (
        <RowPager count={locations.length} pageSize={ROWS_PER_PAGE} page={page} onChange={setPage} />
      )}
      {edited && locations && (
        <LocationDrawer location={edited} locations={locations} onClose={() => setEdited(undefined)} />
      )}
    </Container>
  )
}
