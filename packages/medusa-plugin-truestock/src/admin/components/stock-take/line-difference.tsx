import { clx } from "@medusajs/ui"
import { useLanguage } from "../../hooks/use-language"
import { formatDelta } from "../../lib/format"

/** By how much what was counted differs from the books; undefined or null = not counted. */
export const LineDifference = ({ difference }: { difference: number | null | undefined }) => {
  const language = useLanguage()
  return (
    <span
      className={clx("tabular-nums", {
        "text-ui-tag-green-text": (difference ?? 0) > 0,
        "text-ui-tag-red-text": (difference ?? 0) < 0,
      })}
    >
      {difference ? formatDelta(difference, language) : difference === 0 ? "0" : "–"}
    </span>
  )
}
