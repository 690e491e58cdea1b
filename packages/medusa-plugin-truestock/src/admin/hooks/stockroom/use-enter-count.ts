import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { post } from "../../lib/ask"
import { queryKeys } from "../../lib/query-keys"
import { isUnanswered } from "../../lib/refusal"

type Entry = { inventory_item_id: string; counted_quantity: number | null }

const RETRIES = 2

/**
 * Enters what was counted of one item. Entered twice it is the same, so it needs no key; a newer entry of the line is
 * only made once this one is answered.
 */
export function useEnterCount(countId: string) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (entry: Entry) =>
      post(`/admin/inventory/counts/${countId}/lines`, { body: { lines: [entry] } }),
    scope: { id: `count ${countId}` },
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    onError: ({ message }) => toast.error(t("truestock.stock_take.notEntered"), { description: message }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.stockroomAll() }),
  })
}
