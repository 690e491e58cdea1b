import { useState } from "react"
import { randomKey, requestKeys } from "../../lib/adjust/request-keys"
import type { AdjustedMany } from "../../lib/adjust-many/answers"
import { emptyRows, type GridRow, type Mode } from "../../lib/adjust-many/grid-row"
import type { Known, PreviewRow } from "../../lib/adjust-many/preview"
import { GridSection } from "./grid-section"
import { PreviewSection } from "./preview-section"
import { ResultSection } from "./result-section"

const FIRST_ROWS = 10

/** What was sent, and what became of it. */
export type Applied = { sent: PreviewRow[]; answer: AdjustedMany; leftOut: PreviewRow[] }

/** Adjusts many levels in three steps: rows are typed or pasted, looked at, applied. */
export const AdjustMany = () => {
  const [keys] = useState(() => requestKeys(randomKey))
  const [rows, setRows] = useState(() => emptyRows(FIRST_ROWS))
  const [mode, setMode] = useState<Mode>("change")
  const [known, setKnown] = useState<Known>()
  const [applied, setApplied] = useState<Applied>()

  /** Back to the first step, with these rows or with none. */
  const goOn = (next: GridRow[]) => {
    setRows([...next, ...emptyRows(Math.max(1, FIRST_ROWS - next.length))])
    setKnown(undefined)
    setApplied(undefined)
  }

  if (applied) return <ResultSection applied={applied} onGoOn={goOn} />
  if (known) {
    return (
      <PreviewSection
        rows={rows}
        mode={mode}
        known={known}
        keys={keys}
        onBack={() => setKnown(undefined)}
        onApplied={setApplied}
      />
    )
  }
  return (
    <GridSection rows={rows} mode={mode} onRowsChange={setRows} onModeChange={setMode} onPreview={setKnown} />
  )
}
