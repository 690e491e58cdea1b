import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useUpdateProductAvailability } from "../../hooks/use-update-product-availability"
import type { ProductAvailability } from "../../lib/availability/answers"
import {
  isSameScope,
  overrideBody,
  overrideForm,
  WHOLE_PRODUCT,
  type OverrideForm,
  type OverrideScope,
} from "../../lib/availability/override-form"
import { FormDrawer } from "../common/form-drawer"
import { OverrideFields } from "./override-fields"
import { OverrideScopeFields } from "./override-scope-fields"

type OverrideDrawerProps = {
  availability: ProductAvailability
  /** Undefined: for the whole product. Given: for a variant, a channel or both, which can still be chosen. */
  scope: OverrideScope | undefined
  onClose: () => void
}

/** Sets a status by hand. Opens with what was set before for the same variant and channel. */
export const OverrideDrawer = ({ availability, scope: given, onClose }: OverrideDrawerProps) => {
  const { t } = useTranslation()
  const [scope, setScope] = useState(given ?? WHOLE_PRODUCT)
  const [edits, setEdits] = useState<Partial<OverrideForm>>({})
  const { mutate, isPending } = useUpdateProductAvailability(availability.product_id)
  const form = { ...overrideForm(availability.overrides, scope), ...edits }
  const isScopeMissing = given !== undefined && isSameScope(scope, WHOLE_PRODUCT)
  const body = isScopeMissing ? undefined : overrideBody(form, scope)
  const scoped = given ? "Scoped" : ""

  return (
    <FormDrawer
      title={t(`truestock.availability.form.title${scoped}`)}
      description={t(`truestock.availability.form.description${scoped}`)}
      isSaving={isPending}
      canSave={body !== undefined}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      {given && (
        <OverrideScopeFields
          availability={availability}
          scope={scope}
          isMissing={isScopeMissing}
          onChange={(next) => {
            // What was typed was meant for the other scope, which may say something else already.
            setScope(next)
            setEdits({})
          }}
        />
      )}
      <OverrideFields form={form} onChange={(change) => setEdits({ ...edits, ...change })} />
    </FormDrawer>
  )
}
