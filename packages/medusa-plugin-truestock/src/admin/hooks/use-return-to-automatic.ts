import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OverrideScope } from "../lib/availability/override-form"
import { useClearProductAvailability } from "./use-clear-product-availability"

/** Takes manual statuses back, after asking: their notes go with them. */
export function useReturnToAutomatic(productId: string) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const { mutate } = useClearProductAvailability(productId)
  return async ([first, ...rest]: OverrideScope[]): Promise<void> => {
    if (!first) return
    const sure = await prompt({
      title: t("truestock.availability.automatic.title"),
      description: t("truestock.availability.automatic.description", { count: rest.length + 1 }),
      confirmText: t("truestock.availability.automatic.confirm"),
      cancelText: t("truestock.shared.cancel"),
    })
    if (sure) mutate([first, ...rest])
  }
}
