import { Table } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { MOVEMENT_REASONS } from "../../../modules/inventory_management/movement"
import { useStockLocations } from "../../hooks/use-choices"
import { type Column, COLUMNS, type GridRow, type Mode } from "../../lib/adjust-many/grid-row"
import { isBlock } from "../../lib/adjust-many/paste"

const WIDTH: Record<Column, string> = {
  sku: "min-w-40",
  location: "min-w-44",
  quantity: "min-w-28",
  reason: "min-w-36",
  note: "min-w-48",
}

type GridTableProps = {
  rows: GridRow[]
  /** The index of the first of these rows. */
  start: number
  mode: Mode
  onChange: (index: number, column: Column, text: string) => void
  onPaste: (index: number, column: Column, text: string) => void
}

/** Cells to type in, as in a spreadsheet. A block that is pasted into one of them goes to the grid as a whole. */
export const GridTable = ({ rows, start, mode, onChange, onPaste }: GridTableProps) => {
  const { t } = useTranslation()
  const id = useId()
  const locations = useStockLocations()
  const name = (column: Column) => t(`truestock.adjustMany.column.${column === "quantity" ? mode : column}`)
  const lists: Partial<Record<Column, string[]>> = {
    location: locations.map((location) => location.name),
    reason: MOVEMENT_REASONS.map((reason) => t(`truestock.adjust.reasons.${reason}`)),
  }
  return (
    <div className="overflow-x-auto">
      <Table className="[&_td:first-child]:pl-6 [&_td]:px-1 [&_td]:py-1 [&_th]:px-1">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="w-12 !pl-6">#</Table.HeaderCell>
            {COLUMNS.map((column) => (
              <Table.HeaderCell key={column} className={WIDTH[column]}>
                {name(column)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row, n) => (
            <Table.Row key={start + n} className="hover:bg-ui-bg-base">
              <Table.Cell className="text-ui-fg-muted tabular-nums">{start + n + 1}</Table.Cell>
              {COLUMNS.map((column) => (
                <Table.Cell key={column}>
                  <input
                    className={CELL}
                    value={row[column]}
                    list={lists[column] && `${id}-${column}`}
                    inputMode={column === "quantity" ? "decimal" : undefined}
                    autoComplete="off"
                    aria-label={t("truestock.adjustMany.cell", { column: name(column), line: start + n + 1 })}
                    onChange={(event) => onChange(start + n, column, event.target.value)}
                    onPaste={(event) => {
                      const text = event.clipboardData.getData("text/plain")
                      if (!isBlock(text)) return
                      event.preventDefault()
                      onPaste(start + n, column, text)
                    }}
                  />
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {Object.entries(lists).map(([column, values]) => (
        <datalist key={column} id={`${id}-${column}`}>
          {values.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </div>
  )
}

const CELL =
  "txt-compact-small bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-borders-base focus-visible:shadow-borders-interactive-with-active text-ui-fg-base h-8 w-full rounded-md px-2 outline-none"
