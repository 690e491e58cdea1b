import { Button, Container, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useKnownStock } from "../../hooks/use-known-stock"
import { useLanguage } from "../../hooks/use-language"
import {
  type Column,
  emptyRows,
  type GridRow,
  isEmpty,
  type Mode,
  MODES,
  MOST_ROWS,
} from "../../lib/adjust-many/grid-row"
import { paste, type PasteProblem } from "../../lib/adjust-many/paste"
import type { Known } from "../../lib/adjust-many/preview"
import { formatQuantity } from "../../lib/format"
import { Choice } from "../common/choice"
import { Failure } from "../common/failure"
import { PageHeading } from "../common/page-heading"
import { RowPager } from "../common/row-pager"
import { GridTable } from "./grid-table"
import { PasteRefusal } from "./paste-refusal"

const ROWS_PER_PAGE = 25
const MORE_ROWS = 10

type GridSectionProps = {
  rows: GridRow[]
  mode: Mode
  onRowsChange: (rows: GridRow[]) => void
  onModeChange: (mode: Mode) => void
  onPreview: (known: Known) => void
}

/** The grid, into which rows are typed or pasted. */
export const GridSection = ({ rows, mode, onRowsChange, onModeChange, onPreview }: GridSectionProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [page, setPage] = useState(0)
  const [refused, setRefused] = useState<PasteProblem>()
  const { mutate: look, isPending, error } = useKnownStock()
  const filled = rows.filter((row) => !isEmpty(row)).length
  const start = page * ROWS_PER_PAGE

  const change = (index: number, column: Column, text: string) =>
    onRowsChange(rows.map((row, n) => (n === index ? { ...row, [column]: text } : row)))
  const pasteAt = (index: number, column: Column, text: string) => {
    const pasted = paste(rows, text, { row: index, column, mode })
    setRefused("problem" in pasted ? pasted : undefined)
    if ("problem" in pasted) return
    onRowsChange(pasted.rows)
    if (pasted.mode) onModeChange(pasted.mode)
    setPage(Math.floor(pasted.start / ROWS_PER_PAGE))
    toast.success(t("truestock.adjustMany.pasted", { count: pasted.pasted }))
  }
  const clear = () => {
    onRowsChange(emptyRows(MORE_ROWS))
    setPage(0)
    setRefused(undefined)
  }
  const addRows = () => {
    const more = emptyRows(Math.min(MORE_ROWS, MOST_ROWS - rows.length))
    onRowsChange([...rows, ...more])
    setPage(Math.floor((rows.length + more.length - 1) / ROWS_PER_PAGE))
  }

  return (
    <Container className="divide-y p-0">
      <PageHeading title={t("truestock.adjustMany.title")} subtitle={t("truestock.adjustMany.subtitle")}>
        <Choice
          label={t("truestock.adjustMany.modeLabel")}
          value={mode}
          onChange={onModeChange}
          options={MODES.map((value) => ({ value, label: t(`truestock.adjustMany.mode.${value}`) }))}
        />
      </PageHeading>
      <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-3">
        {t("truestock.adjustMany.pasteHint", { most: formatQuantity(MOST_ROWS, language) })}
      </Text>
      {refused && <PasteRefusal problem={refused} />}
      <GridTable
        rows={rows.slice(start, start + ROWS_PER_PAGE)}
        start={start}
        mode={mode}
        onChange={change}
        onPaste={pasteAt}
      />
      {rows.length > ROWS_PER_PAGE && (
        <RowPager count={rows.length} pageSize={ROWS_PER_PAGE} page={page} onChange={setPage} />
      )}
      {error && <Failure error={error} onTryAgain={() => look(rows, { onSuccess: onPreview })} />}
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex gap-2">
          <Button size="small" variant="secondary" disabled={rows.length >= MOST_ROWS} onClick={addRows}>
            {t("truestock.adjustMany.addRows")}
          </Button>
          <Button size="small" variant="transparent" disabled={filled === 0} onClick={clear}>
            {t("truestock.adjustMany.clear")}
          </Button>
        </div>
        <Button
          size="small"
          isLoading={isPending}
          disabled={filled === 0}
          onClick={() => look(rows, { onSuccess: onPreview })}
        >
          {t("truestock.adjustMany.preview", { count: filled })}
        </Button>
      </div>
    </Container>
  )
}
