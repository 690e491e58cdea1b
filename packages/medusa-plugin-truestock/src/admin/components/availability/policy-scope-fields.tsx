import { useTranslation } from "react-i18next"
import { useProductVariants, useStockLocations } from "../../hooks/use-choices"
import type { PolicyScope } from "../../lib/availability/answers"
import { ScopeField } from "./scope-field"

type PolicyScopeFieldsProps = {
  productId: string
  scope: PolicyScope
  onChange: (scope: PolicyScope) => void
}

/** Whose policy it is. A location is only asked for a variant: no product has a policy at a location. */
export const PolicyScopeFields = ({ productId, scope, onChange }: PolicyScopeFieldsProps) => {
  const { t } = useTranslation()
  const variants = useProductVariants(productId)
  const locations = useStockLocations()
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <ScopeField
        label={t("truestock.availability.variant")}
        all={t("truestock.availability.allVariants")}
        choices={variants}
        value={scope.variant_id}
        onChange={(variant_id) => onChange({ variant_id, location_id: variant_id && scope.location_id })}
      />
      <ScopeField
        label={t("truestock.availability.location")}
        all={t("truestock.availability.allLocations")}
        choices={locations}
        value={scope.location_id}
        disabled={scope.variant_id === null}
        onChange={(location_id) => onChange({ ...scope, location_id })}
      />
    </div>
  )
}
