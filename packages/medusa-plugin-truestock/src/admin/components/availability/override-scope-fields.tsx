import { useTranslation } from "react-i18next"
import { useProductVariants, useSalesChannels } from "../../hooks/use-choices"
import type { ProductAvailability } from "../../lib/availability/answers"
import type { OverrideScope } from "../../lib/availability/override-form"
import { ScopeField } from "./scope-field"

type OverrideScopeFieldsProps = {
  availability: ProductAvailability
  scope: OverrideScope
  /** Nothing is chosen yet, and something must be. */
  isMissing: boolean
  onChange: (scope: OverrideScope) => void
}

/** For which variant and in which channel a manual status holds. */
export const OverrideScopeFields = ({
  availability,
  scope,
  isMissing,
  onChange,
}: OverrideScopeFieldsProps) => {
  const { t } = useTranslation()
  const variants = useProductVariants(availability.product_id)
  const channels = useSalesChannels()
  return (
    <>
      <ScopeField
        label={t("truestock.availability.variant")}
        all={t("truestock.availability.allVariants")}
        choices={variants}
        value={scope.variant_id}
        onChange={(variant_id) => onChange({ ...scope, variant_id })}
      />
      <ScopeField
        label={t("truestock.availability.channel")}
        all={t("truestock.availability.allChannels")}
        choices={channels}
        value={scope.sales_channel_id}
        hint={isMissing ? t("truestock.availability.form.scopeMissing") : undefined}
        onChange={(sales_channel_id) => onChange({ ...scope, sales_channel_id })}
      />
    </>
  )
}
