import { useLanguage } from "../../hooks/use-language"
import { formatDelta } from "../../lib/format"
import type { StockCount } from "../../lib/stockroom/answers"

type DifferencesProps = { count: Pick<StockCount, "found_quantity" | "missing_quantity"> }

/** Units that were found beyond the books, and units that were missing. */
export const Differences = ({ count: { found_quantity, missing_quantity } }: DifferencesProps) => {
  const language = useLanguage()
  if (found_quantity === 0 && missing_quantity === 0) return "–"
  return (
    <span className="flex gap-x-2 tabular-nums">
      {found_quantity > 0 && (
        <span className="text-ui-tag-green-text">{formatDelta(found_quantity, language)}</span>
      )}
      {missing_quantity > 0 && (
        <span className="text-ui-tag-red-text">{formatDelta(-missing_quantity, language)}</span>
      )}
    </span>
  )
}
