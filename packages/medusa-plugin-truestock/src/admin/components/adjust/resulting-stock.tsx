import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { resultOf, type AdjustForm } from "../../lib/adjust/adjust-form"
import type { StockedLevel } from "../../lib/answers"
import { formatQuantity } from "../../lib/format"

type ResultingStockProps = {
  level: StockedLevel
  adjustment: number | undefined
  form: Pick<AdjustForm, "allowShortfall">
}

/** What is in stock and free now, and what it comes to. */
export const ResultingStock = ({ level, adjustment, form }: ResultingStockProps) => {
  const { t } = useTranslation()
  const result = adjustment === undefined ? undefined : resultOf(level, adjustment)
  const warning = result?.warning === "short" && form.allowShortfall ? "allowed" : result?.warning
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg border px-4 py-3" aria-live="polite">
      <dl className="grid grid-cols-2 gap-x-3">
        <Change name="stocked" from={level.stocked_quantity} to={result?.stocked} />
        <Change name="available" from={level.available_quantity} to={result?.available} />
      </dl>
      {warning && (
        <Text size="small" leading="compact" className="text-ui-tag-orange-text text-pretty">
          {t(`truestock.adjust.warning.${warning}`)}
        </Text>
      )}
    </div>
  )
}

type ChangeProps = { name: "stocked" | "available"; from: number; to: number | undefined }

const Change = ({ name, from, to }: ChangeProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div>
      <dt className="txt-compact-small text-ui-fg-subtle">{t(`truestock.adjust.quantity.${name}`)}</dt>
      <dd className="text-ui-fg-base font-medium tabular-nums">
        {formatQuantity(from, language)}
        {to !== undefined && (
          <>
            <span className="text-ui-fg-muted"> → </span>
            <span className={clx({ "text-ui-tag-red-text": to < 0 })}>{formatQuantity(to, language)}</span>
          </>
        )}
      </dd>
    </div>
  )
}
