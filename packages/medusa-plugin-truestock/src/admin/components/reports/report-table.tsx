import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReportText } from "../../hooks/use-report-text"
import type { ReportAnswer, ReportRow } from "../../lib/reports/answers"
import { isNumeric, kindOfColumn, shownColumns } from "../../lib/reports/columns"
import type { ReportId } from "../../lib/reports/reports"
import { Clipped } from "../common/clipped"
import { ItemLink } from "../common/item-link"

type ReportTableProps = { report: ReportId; answer: ReportAnswer["report"] }

/** The rows of a report's page. What is not known is said in words. */
export const ReportTable = ({ report, answer: { columns, rows } }: ReportTableProps) => {
  const { t } = useTranslation()
  const { cell } = useReportText(report)
  const shown = shownColumns(columns)
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {shown.map((column) => (
              <Table.HeaderCell
                key={column}
                className={clx("whitespace-nowrap", { "text-right": isNumeric(column) })}
              >
                {t(`truestock.reports.column.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row, n) => (
            <Table.Row key={n} className="[&_td]:py-2">
              {shown.map((column) => (
                <Table.Cell
                  key={column}
                  className={clx({
                    "whitespace-nowrap text-right tabular-nums": isNumeric(column),
                    "text-ui-tag-orange-text": row[column] === null && isNumeric(column),
                  })}
                >
                  {kindOfColumn(column) === "item" ? (
                    <ItemCell row={row} />
                  ) : (
                    <Clipped text={cell(row, column)} className={clx({ "max-w-none": isNumeric(column) })} />
                  )}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

const ItemCell = ({ row }: { row: ReportRow }) => {
  const item = row as { inventory_item_id: string; title: string | null; sku: string | null }
  return (
    <>
      <ItemLink item={item} />
      {item.title && item.sku && <Clipped text={item.sku} className="text-ui-fg-subtle txt-compact-xsmall" />}
    </>
  )
}
