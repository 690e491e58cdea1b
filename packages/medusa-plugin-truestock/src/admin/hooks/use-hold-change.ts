import { toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Hold } from "../lib/answers"
import { post } from "../lib/ask"
import { formatMoment } from "../lib/format"
import { extendedUntil } from "../lib/holds/remaining"
import { holdRefusalKey } from "../lib/holds/refusal-key"
import { useAskAboutStockAgain } from "./use-ask-about-stock-again"
import { useLanguage } from "./use-language"

type Answer = { reservation: { expires_at: string } }

const path = ({ id }: Hold) => `/admin/inventory/reservations/${id}`

/** Gives the units of a hold back. */
export function useReleaseHold() {
  const { t } = useTranslation()
  return useHoldChange(
    (hold) => post<Answer>(`${path(hold)}/release`, { body: {} }),
    () => toast.success(t("truestock.holds.release.done"))
  )
}

/** Lets a hold last 15 minutes more, or as long as it can. */
export function useExtendHold() {
  const { t } = useTranslation()
  const language = useLanguage()
  return useHoldChange(
    (hold) => post<Answer>(`${path(hold)}/extend`, { body: { expires_at: extendedUntil(hold) } }),
    ({ reservation }) =>
      toast.success(t("truestock.holds.extend.done", { at: formatMoment(reservation.expires_at, language) }))
  )
}

/** What is refused is told by its code: the hold may have ended since the page was read. */
function useHoldChange(send: (hold: Hold) => Promise<Answer>, onDone: (answer: Answer) => void) {
  const { t } = useTranslation()
  const askAgain = useAskAboutStockAgain()
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      const { message } = error
      toast.error(t("truestock.holds.failed"), {
        description: t(`truestock.holds.refused.${holdRefusalKey(error)}`, { message }),
      })
    },
    onSettled: askAgain,
  })
}
