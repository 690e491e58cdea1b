import { useTranslation } from "react-i18next"
import type { ProductAvailability } from "../lib/availability/answers"
import { nameOf, namesIn, type NameOf } from "../lib/availability/scope-name"

export type Names = { variant: NameOf; channel: NameOf; location: NameOf }

/** How to call the variants, channels and locations of a product. */
export function useNames(availability: Pick<ProductAvailability, "channels" | "locations">): Names {
  const { t } = useTranslation()
  const names = namesIn(availability)
  return {
    variant: nameOf(names.variants, t("truestock.availability.allVariants")),
    channel: nameOf(names.channels, t("truestock.availability.allChannels")),
    location: nameOf(names.locations, t("truestock.availability.allLocations")),
  }
}
