import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { queryKeys } from "../lib/query-keys"
import type { AvailabilityAnswer } from "./use-product-availability"

/**
 * Sends a change of a product's availability and tells the operator what became of it, a refusal in the server's own
 * words, also when the form that sent it is closed meanwhile. The answer is what the widget shows next; everything else
 * that was read of the product, and every page of products, is asked again.
 */
export function useAvailabilityChange<Input>(
  productId: string,
  send: (input: Input) => Promise<AvailabilityAnswer>
) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: ({ availability }) => {
      queries.setQueryData<AvailabilityAnswer>(queryKeys.availability(productId), { availability })
      toast.success(t("truestock.availability.updated"))
    },
    onError: ({ message }: Error) => {
      toast.error(t("truestock.availability.failed"), { description: message })
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.ofProduct(productId) }),
        queries.invalidateQueries({ queryKey: queryKeys.availabilities() }),
      ]),
  })
}
