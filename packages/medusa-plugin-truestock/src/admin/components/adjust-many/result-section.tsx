import { Button, Container, StatusBadge, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { GridRow } from "../../lib/adjust-many/grid-row"
import { Clipped } from "../common/clipped"
import { PageHeading } from "../common/page-heading"
import { RowPager } from "../common/row-pager"
import type { Applied } from "./adjust-many"

const ROWS_PER_PAGE = 50
/** Refusals of a row that say something of their own. */
const KNOWN = ["stale_quantity", "insufficient_inventory", "negative_stock", "unknown_level"]

type ResultSectionProps = { applied: Applied; onGoOn: (rows: GridRow[]) => void }

/** What was done, and row by row what was not, and why. */
export const ResultSection = ({ applied: { sent, answer, leftOut }, onGoOn }: ResultSectionProps) => {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const refused = answer.failed.map((failure) => ({ ...failure, of: sent[failure.row]! }))
  const left = [...refused.map(({ of }) => of), ...leftOut].sort((one, other) => one.line - other.line)
  return (
    <Container className="divide-y overflow-hidden p-0">
      <PageHeading
        title={t("truestock.adjustMany.resultTitle")}
        subtitle={t(`truestock.adjustMany.${left.length > 0 ? "resultPart" : "resultAll"}`)}
      >
        {left.length > 0 && (
          <Button size="small" variant="secondary" onClick={() => onGoOn(left.map(({ row }) => row))}>
            {t("truestock.adjustMany.goOn", { count: left.length })}
          </Button>
        )}
        <Button size="small" onClick={() => onGoOn([])}>
          {t("truestock.adjustMany.again")}
        </Button>
      </PageHeading>
      <div role="status" className="flex flex-wrap gap-2 px-6 py-3">
        <StatusBadge color="green">
          {t("truestock.adjustMany.done", { count: answer.adjustments.length })}
        </StatusBadge>
        {refused.length > 0 && (
          <StatusBadge color="red">
            {t("truestock.adjustMany.refusedRows", { count: refused.length })}
          </StatusBadge>
        )}
        {leftOut.length > 0 && (
          <StatusBadge color="orange">
            {t("truestock.adjustMany.leftOutRows", { count: leftOut.length })}
          </StatusBadge>
        )}
      </div>
      {refused.length > 0 && (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell className="w-12">#</Table.HeaderCell>
                {["item", "location", "verdict"].map((column) => (
                  <Table.HeaderCell key={column}>
                    {t(`truestock.adjustMany.previewColumn.${column}`)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {refused
                .slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE)
                .map(({ of, code, message }) => (
                  <Table.Row key={of.line} className="[&_td]:py-2 [&_td]:align-top">
                    <Table.Cell className="text-ui-fg-muted tabular-nums">{of.line}</Table.Cell>
                    <Table.Cell>
                      <Clipped text={of.row.sku.trim()} className="text-ui-fg-base" />
                    </Table.Cell>
                    <Table.Cell>
                      <Clipped text={of.location!.name} />
                    </Table.Cell>
                    <Table.Cell className="text-ui-tag-red-text min-w-56 whitespace-normal">
                      {t(`truestock.adjustMany.refused.${KNOWN.includes(code) ? code : "other"}`, {
                        message,
                        before: of.before,
                      })}
                    </Table.Cell>
                  </Table.Row>
                ))}
            </Table.Body>
          </Table>
        </div>
      )}
      {refused.length > ROWS_PER_PAGE && (
        <RowPager count={refused.length} pageSize={ROWS_PER_PAGE} page={page} onChange={setPage} />
      )}
    </Container>
  )
}
