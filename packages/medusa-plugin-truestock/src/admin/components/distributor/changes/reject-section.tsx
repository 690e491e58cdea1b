import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useRejects } from "../../../hooks/distributor/use-distributor"
import { useLanguage } from "../../../hooks/use-language"
import { formatQuantity } from "../../../lib/format"
import { ROWS_PER_PAGE } from "../../../lib/stockroom/list-search"
import { Failure } from "../../common/failure"
import { RowPager } from "../../common/row-pager"

const COLUMNS = ["row", "code", "reason", "raw"] as const

/** Rows of the feed that were not understood; nothing where there are none. */
export const RejectSection = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [page, setPage] = useState(0)
  const query = { limit: ROWS_PER_PAGE, offset: page * ROWS_PER_PAGE }
  const { data, error, refetch } = useRejects(run, query)
  if (!error && !data?.count) return null
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("truestock.distributor.rejects.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("truestock.distributor.rejects.hint")}
        </Text>
      </div>
      {error && <Failure error={error} onTryAgain={refetch} />}
      {data && data.count > 0 && (
        <>
          <div className="overflow-x-auto">
            <Table>
              <Table.Header>
                <Table.Row>
                  {COLUMNS.map((column) => (
                    <Table.HeaderCell key={column}>
                      {t(`truestock.distributor.rejects.column.${column}`)}
                    </Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {data.rejects.map(({ row, code, reason, raw }, n) => (
                  <Table.Row key={`${row} ${n}`} className="[&_td]:py-2 [&_td]:align-top">
                    <Table.Cell className="tabular-nums">{formatQuantity(row, language)}</Table.Cell>
                    <Table.Cell className="txt-compact-xsmall font-mono whitespace-nowrap">{code}</Table.Cell>
                    <Table.Cell className="min-w-56 max-w-md text-pretty break-words">{reason}</Table.Cell>
                    <Table.Cell className="txt-compact-xsmall font-mono">
                      <span className="block max-w-72 truncate" title={raw}>
                        {raw}
                      </span>
                    </Table.Cell>
                  </Table.Row>
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
