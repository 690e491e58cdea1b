import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PreviewRow } from "../../lib/adjust-many/preview"
import { Choice } from "../common/choice"
import { RowPager } from "../common/row-pager"
import { PreviewTableRow } from "./preview-table-row"

const ROWS_PER_PAGE = 50
const COLUMNS = ["item", "location", "stock", "change", "reason", "verdict"] as const
const RIGHT = ["stock", "change"]

type PreviewTableProps = { rows: PreviewRow[]; wrong: PreviewRow[] }

/** Each row with its verdict, or those with a problem alone. */
export const PreviewTable = ({ rows, wrong }: PreviewTableProps) => {
  const { t } = useTranslation()
  const [shown, setShown] = useState<"all" | "wrong">("all")
  const [page, setPage] = useState(0)
  const isFiltered = shown === "wrong" && wrong.length > 0
  const listed = isFiltered ? wrong : rows
  // A switch may have taken rows away, and the last page with them.
  const here = Math.min(page, Math.max(0, Math.ceil(listed.length / ROWS_PER_PAGE) - 1))
  return (
    <>
      {wrong.length > 0 && (
        <div className="flex justify-end px-6 py-3">
          <Choice
            label={t("truestock.adjustMany.shownLabel")}
            value={shown}
            onChange={(next) => {
              setShown(next)
              setPage(0)
            }}
            options={(["all", "wrong"] as const).map((value) => ({
              value,
              label: t(`truestock.adjustMany.shown.${value}`),
            }))}
          />
        </div>
      )}
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell className="w-12">#</Table.HeaderCell>
              {COLUMNS.map((column) => (
                <Table.HeaderCell key={column} className={RIGHT.includes(column) ? "text-right" : undefined}>
                  {t(`truestock.adjustMany.previewColumn.${column}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {listed.slice(here * ROWS_PER_PAGE, (here + 1) * ROWS_PER_PAGE).map((row) => (
              <PreviewTableRow key={row.line} row={row} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {listed.length > ROWS_PER_PAGE && (
        <RowPager count={listed.length} pageSize={ROWS_PER_PAGE} page={here} onChange={setPage} />
      )}
    </>
  )
}
