import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useLanguage } from "../../../hooks/use-language"
import { progressOf } from "../../../lib/distributor/progress"
import { formatQuantity } from "../../../lib/format"

/** How far a run is, in words, and as a bar where its end is known. */
export const RunProgress = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { key, values, share } = progressOf(run)
  const said: Record<string, string> = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, formatQuantity(value, language)])
  )
  const text = t(`truestock.distributor.progress.${key}`, said)
  const percent = share === null ? undefined : Math.round(share * 100)
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" className="tabular-nums" role="status">
        {text}
      </Text>
      <div
        role="progressbar"
        aria-label={text}
        aria-valuenow={percent}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full border"
      >
        <div
          className={`bg-ui-bg-interactive h-full transition-[width] ${percent === undefined ? "w-1/4 animate-pulse" : ""}`}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
