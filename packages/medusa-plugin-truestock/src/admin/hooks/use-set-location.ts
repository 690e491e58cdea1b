import { toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { LocationProfile } from "../../modules/inventory_management/locations/location"
import { post } from "../lib/ask"
import type { StockLocation } from "../lib/locations/answers"
import { useAskAboutStockAgain } from "./use-ask-about-stock-again"

/** Changes the profile of a location. The drawer shows what is refused. */
export function useSetLocation({ location_id, name }: StockLocation) {
  const { t } = useTranslation()
  const askAgain = useAskAboutStockAgain()
  return useMutation({
    mutationFn: (body: Partial<LocationProfile>) =>
      post<{ location: StockLocation }>(`/admin/inventory/locations/${location_id}`, { body }),
    onSuccess: () => toast.success(t("truestock.locations.saved", { name })),
    onSettled: askAgain,
  })
}
