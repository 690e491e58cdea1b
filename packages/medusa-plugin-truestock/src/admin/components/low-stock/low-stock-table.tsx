import { clx, Container, Skeleton, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStockLocations } from "../../hooks/use-choices"
import { useLowStock } from "../../hooks/use-low-stock"
import { reportAddress } from "../../lib/reports/report-search"
import { AdjustDrawer } from "../adjust/adjust-drawer"
import { DownloadLink } from "../common/download-link"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { NamedChoice } from "../common/named-choice"
import { PageHeading } from "../common/page-heading"
import { RowPager } from "../common/row-pager"
import { LowStockRow } from "./low-stock-row"

const ROWS_PER_PAGE = 20
const COLUMNS = ["available", "threshold", "stocked", "reserved", "incoming"] as const

/** Items of which not more is left than their threshold, in all or at one location. */
export const LowStockTable = () => {
  const { t } = useTranslation()
  const [locationId, setLocationId] = useState<string>()
  const [page, setPage] = useState(0)
  const [adjusted, setAdjusted] = useState<string>()
  const locations = useStockLocations()
  const asked = { locationId, limit: ROWS_PER_PAGE, offset: page * ROWS_PER_PAGE }
  const { data, error, refetch, isPlaceholderData } = useLowStock(asked)
  const text = (key: string) => t(`truestock.lowStock.${key}`)
  return (
    <Container className="divide-y p-0">
      <PageHeading title={text("title")} subtitle={text("subtitle")}>
        <NamedChoice
          label={t("truestock.shared.location")}
          none={t("truestock.shared.allLocations")}
          value={locationId}
          choices={locations}
          onChange={(next) => {
            setLocationId(next)
            setPage(0)
          }}
        />
        <DownloadLink
          addressAt={(backendUrl) => reportAddress({ report: "low-stock", locationId }, backendUrl)}
          fileName="low-stock.csv"
        />
      </PageHeading>
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !data && <Skeleton className="m-6 h-64" />}
      {!error && data?.count === 0 && <Empty title={text("empty")} hint={text("emptyHint")} />}
      {!error && data && data.count > 0 && (
        <div
          className={clx("overflow-x-auto", { "opacity-60": isPlaceholderData })}
          aria-busy={isPlaceholderData}
        >
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{text("column.item")}</Table.HeaderCell>
                {COLUMNS.map((column) => (
                  <Table.HeaderCell key={column} className="text-right">
                    {text(`column.${column}`)}
                  </Table.HeaderCell>
                ))}
                {!locationId && <Table.HeaderCell>{text("column.where")}</Table.HeaderCell>}
                <Table.HeaderCell />
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {data.items.map((item) => (
                <LowStockRow
                  key={item.inventory_item_id}
                  item={item}
                  locations={locationId ? undefined : locations}
                  onAdjust={() => setAdjusted(item.inventory_item_id)}
                />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      {!error && data && data.count > 0 && (
        <RowPager count={data.count} pageSize={ROWS_PER_PAGE} page={page} onChange={setPage} />
      )}
      {adjusted && (
        <AdjustDrawer itemId={adjusted} locationId={locationId} onClose={() => setAdjusted(undefined)} />
      )}
    </Container>
  )
}
