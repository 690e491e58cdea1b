import { useTranslation } from "react-i18next"
import type { PolicyScope, ProductAvailability } from "../lib/availability/answers"
import type { OverrideScope } from "../lib/availability/override-form"
import { nameOf, namesIn, scopeName } from "../lib/availability/scope-name"

/** How to call the variants, channels and locations of a product, and what is decided of them. */
export function useNames(availability: Pick<ProductAvailability, "channels" | "locations">) {
  const { t } = useTranslation()
  const names = namesIn(availability)
  const [variant, channel, location] = [
    nameOf(names.variants),
    nameOf(names.channels),
    nameOf(names.locations),
  ]
  const whole = t("truestock.availability.wholeProduct")
  return {
    variant,
    channel,
    override: ({ variant_id, sales_channel_id }: OverrideScope) =>
      scopeName(
        [
          [variant, variant_id],
          [channel, sales_channel_id],
        ],
        whole
      ),
    policy: ({ variant_id, location_id }: PolicyScope) =>
      scopeName(
        [
          [variant, variant_id],
          [location, location_id],
        ],
        whole
      ),
  }
}

export type Names = ReturnType<typeof useNames>
