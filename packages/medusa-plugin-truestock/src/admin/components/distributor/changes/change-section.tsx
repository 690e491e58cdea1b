import { Container, Heading, Skeleton, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useChanges } from "../../../hooks/distributor/use-distributor"
import { ROWS_PER_PAGE } from "../../../lib/stockroom/list-search"
import { Empty } from "../../common/empty"
import { Failure } from "../../common/failure"
import { RowPager } from "../../common/row-pager"
import { ChangeRows } from "./change-rows"

const COLUMNS = ["title", "place", "before", "after", "onOrder", "why"] as const
const NUMBERS: readonly string[] = ["before", "after", "onOrder"]

/** What a run would change, or has, by title and place. */
export const ChangeSection = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const query = { limit: ROWS_PER_PAGE, offset: page * ROWS_PER_PAGE }
  const { data, error, refetch } = useChanges(run, query)
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("truestock.distributor.changes.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("truestock.distributor.changes.hint")}
        </Text>
      </div>
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !data && <Skeleton className="m-6 h-40" />}
      {data?.count === 0 && (
        <Empty
          title={t("truestock.distributor.changes.empty.title")}
          hint={t("truestock.distributor.changes.empty.hint")}
        />
      )}
      {data && data.count > 0 && (
        <>
          <div className="overflow-x-auto">
            <Table>
              <Table.Header>
                <Table.Row>
                  {COLUMNS.map((column) => (
                    <Table.HeaderCell
                      key={column}
                      className={NUMBERS.includes(column) ? "whitespace-nowrap text-right" : undefined}
                    >
                      {t(`truestock.distributor.changes.column.${column}`)}
                    </Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {data.changes.map((change) => (
                  <ChangeRows key={change.ean13} change={change} />
                ))}
              </Table.Body>
            </Table>
          </div>
          <RowPager count={data.count} pageSize={ROWS_PER_PAGE} page={page} onChange={setPage} />
        </>
      )}
    </Container>
  )
}
