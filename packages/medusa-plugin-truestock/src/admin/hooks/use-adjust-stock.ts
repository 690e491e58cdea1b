import { toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdjustBody } from "../lib/adjust/adjust-form"
import type { RequestKeys } from "../lib/adjust/request-keys"
import { post } from "../lib/ask"
import { formatDelta, formatQuantity } from "../lib/format"
import { isUnanswered } from "../lib/refusal"
import { useAskAboutStockAgain } from "./use-ask-about-stock-again"
import { useLanguage } from "./use-language"

const RETRIES = 2
const RETRY_AFTER_MS = 1000

type Adjusted = { adjustment: { adjustment: number; stocked_quantity: number } }

/**
 * Adjusts stock once, however often it is asked to with the same content. A request without an answer is sent again
 * with the key of the first, which is safe. The dialog shows what is refused; where it has been closed, a toast does.
 */
export function useAdjustStock(keys: RequestKeys) {
  const { t } = useTranslation()
  const language = useLanguage()
  const askAgain = useAskAboutStockAgain()
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => void (isOpen.current = false)
  }, [])
  return useMutation({
    mutationFn: (body: AdjustBody) =>
      post<Adjusted>("/admin/inventory/adjust", { body, headers: { "Idempotency-Key": keys.of(body) } }),
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    retryDelay: RETRY_AFTER_MS,
    onSuccess: ({ adjustment: { adjustment, stocked_quantity } }, body) => {
      keys.answered(body)
      toast.success(t("truestock.adjust.done"), {
        description: t("truestock.adjust.doneHint", {
          change: formatDelta(adjustment, language),
          stocked: formatQuantity(stocked_quantity, language),
        }),
      })
    },
    onError: (error, body) => {
      if (!isUnanswered(error)) keys.answered(body)
      if (!isOpen.current) toast.error(t("truestock.adjust.failed"), { description: error.message })
    },
    onSettled: askAgain,
  })
}
