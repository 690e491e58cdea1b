import { useMutation } from "@tanstack/react-query"
import type { RequestKeys } from "../lib/adjust/request-keys"
import type { AdjustedMany } from "../lib/adjust-many/answers"
import type { AdjustManyBody } from "../lib/adjust-many/request"
import { post } from "../lib/ask"
import { isUnanswered } from "../lib/refusal"
import { useAskAboutStockAgain } from "./use-ask-about-stock-again"

const RETRIES = 2
const RETRY_AFTER_MS = 1000

/**
 * Adjusts many levels at once, and once, however often it is asked to with the same content: a request without an answer
 * is sent again with the key of the first.
 */
export function useAdjustMany(keys: RequestKeys) {
  const askAgain = useAskAboutStockAgain()
  return useMutation({
    mutationFn: (body: AdjustManyBody) =>
      post<AdjustedMany>("/admin/inventory/adjust", { body, headers: { "Idempotency-Key": keys.of(body) } }),
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    retryDelay: RETRY_AFTER_MS,
    onSuccess: (_, body) => keys.answered(body),
    onError: (error, body) => {
      if (!isUnanswered(error)) keys.answered(body)
    },
    onSettled: askAgain,
  })
}
