import { clx } from "@medusajs/ui"
import { useLanguage } from "../../hooks/use-language"
import { formatDelta, formatQuantity } from "../../lib/format"

type QuantityCellProps = { delta: number; balance: number }

/** By how much a quantity changed, and what it was afterwards. */
export const QuantityCell = ({ delta, balance }: QuantityCellProps) => {
  const language = useLanguage()
  return (
    <div className="flex flex-col items-end tabular-nums">
      <span
        className={clx({
          "text-ui-tag-green-text": delta > 0,
          "text-ui-tag-red-text": delta < 0,
          "text-ui-fg-muted": delta === 0,
        })}
      >
        {delta === 0 ? "–" : formatDelta(delta, language)}
      </span>
      <span className="text-ui-fg-subtle txt-compact-xsmall">{formatQuantity(balance, language)}</span>
    </div>
  )
}
