import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CountLine, StockCount } from "../../lib/stockroom/answers"
import { CountLineRow } from "./count-line-row"

type CountLineTableProps = {
  count: StockCount
  lines: CountLine[]
  /** After the last line: where the next item is looked for. */
  onLast: () => void
}

export const CountLineTable = ({ count, lines, onLast }: CountLineTableProps) => {
  const { t } = useTranslation()
  const columns = ["books", "counted", "difference"]
  return (
    <div className="overflow-x-auto" data-count-lines>
      <Table className="max-sm:[&_td]:px-2 max-sm:[&_th]:px-2">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("truestock.transfers.item")}</Table.HeaderCell>
            {columns.map((column) => (
              <Table.HeaderCell
                key={column}
                className={clx("text-right sm:whitespace-nowrap", {
                  "max-sm:hidden": column === "difference",
                })}
              >
                {t(`truestock.stock_take.column.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <CountLineRow
              key={line.inventory_item_id}
              countId={count.id}
              line={line}
              isOpen={count.status === "open"}
              onLast={onLast}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
