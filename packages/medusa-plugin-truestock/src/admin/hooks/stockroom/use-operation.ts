import { toast } from "@medusajs/ui"
import { useMutation, type MutateOptions } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { randomKey } from "../../lib/adjust/request-keys"
import { post } from "../../lib/ask"
import { isUnanswered } from "../../lib/refusal"
import { operationKeys } from "../../lib/stockroom/operation-keys"
import { useAskAboutStockAgain } from "../use-ask-about-stock-again"

const RETRIES = 2
const RETRY_AFTER_MS = 1000

/** POSTs to a path below /admin/inventory. */
export type Send = <Answer>(path: string, body?: object) => Promise<Answer>

type Operation<Input, Answer> = {
  run: (send: Send, input: Input) => Promise<Answer>
  /** What a toast says of it; none where the page itself shows what became of it. */
  done?: (answer: Answer, input: Input) => string
}

/**
 * Something that is done to the stock once, however often the dialog that it belongs to asks for it with the same
 * content: each request goes with a key of that dialog. Without an answer it is sent again, which is safe. The dialog
 * shows what is refused; where it has been closed, a toast does.
 */
export function useOperation<Input, Answer>({ run, done }: Operation<Input, Answer>) {
  const { t } = useTranslation()
  const askAgain = useAskAboutStockAgain()
  const [keys] = useState(() => operationKeys(randomKey))
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => void (isOpen.current = false)
  }, [])
  const isUnderWay = useRef(false)
  const mutation = useMutation({
    mutationFn: (input: Input) =>
      run(
        (path, body = {}) =>
          post(`/admin/inventory/${path}`, { body, headers: { "Idempotency-Key": keys.of(path, body) } }),
        input
      ),
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    retryDelay: RETRY_AFTER_MS,
    onSuccess: (answer, input) => {
      const text = done?.(answer, input)
      if (text) toast.success(text)
    },
    onError: (error) => {
      if (!isUnanswered(error)) keys.refused()
      if (!isOpen.current) toast.error(t("truestock.stockroom.failed"), { description: error.message })
    },
    onSettled: () => {
      isUnderWay.current = false
      askAgain()
    },
  })
  /** A second click comes before the dialog can look busy. */
  const mutate = (input: Input, options?: MutateOptions<Answer, Error, Input>) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    mutation.mutate(input, options)
  }
  return { ...mutation, mutate }
}
