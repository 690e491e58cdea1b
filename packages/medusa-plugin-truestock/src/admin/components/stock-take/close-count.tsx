import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { StockCount } from "../../lib/stockroom/answers"
import { ConfirmDialog } from "../stockroom/confirm-dialog"

type CloseCountProps = { count: StockCount; by: "post" | "cancel"; onClose: () => void }

/** Asks before a count is posted or given up, and says what that will do. */
export const CloseCount = ({ count, by, onClose }: CloseCountProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { mutate, isPending, error } = useOperation({
    run: (send, _: void) => send(`counts/${count.id}/${by}`),
    done: () => t(`truestock.stock_take.${by}.done`),
  })
  return (
    <ConfirmDialog
      isDangerous={by === "cancel"}
      title={t(`truestock.stock_take.${by}.title`)}
      description={t(`truestock.stock_take.${by}.description`, {
        counted: formatQuantity(count.counted_lines, language),
        differing: formatQuantity(count.differing_lines, language),
        found: formatQuantity(count.found_quantity, language),
        missing: formatQuantity(count.missing_quantity, language),
      })}
      confirm={t(`truestock.stock_take.${by}.confirm`)}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
