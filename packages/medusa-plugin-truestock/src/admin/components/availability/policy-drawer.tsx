import { Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAvailabilityPolicy, useUpdateAvailabilityPolicy } from "../../hooks/use-availability-policy"
import type { PolicyScope } from "../../lib/availability/answers"
import {
  changedFields,
  isSamePolicyScope,
  leadTimeProblem,
  policyForm,
  type PolicyForm,
} from "../../lib/availability/policy-form"
import { Failure } from "../common/failure"
import { FormDrawer } from "../common/form-drawer"
import { PolicyFieldset } from "./policy-fieldset"
import { PolicyScopeFields } from "./policy-scope-fields"

type PolicyDrawerProps = { productId: string; scope: PolicyScope; onClose: () => void }

/** Edits the policy of the product, of a variant, or of a variant at one location. Only what was changed is sent. */
export const PolicyDrawer = ({ productId, scope: given, onClose }: PolicyDrawerProps) => {
  const { t } = useTranslation()
  const [scope, setScope] = useState(given)
  const [edits, setEdits] = useState<Partial<PolicyForm>>({})
  const { data: answer, error, refetch } = useAvailabilityPolicy(productId, scope)
  const { mutate, isPending } = useUpdateAvailabilityPolicy(productId, scope)
  const before = policyForm(answer?.policies.find((policy) => isSamePolicyScope(policy, scope)))
  const form = { ...before, ...edits }
  const changes = changedFields(before, form)

  const choose = (next: PolicyScope) => {
    setScope(next)
    setEdits({})
  }

  return (
    <FormDrawer
      title={t("truestock.availability.policy.title")}
      description={t("truestock.availability.policy.description")}
      isSaving={isPending}
      canSave={Object.keys(changes).length > 0 && !leadTimeProblem(form)}
      onSave={() => mutate(changes, { onSuccess: onClose })}
      onClose={onClose}
    >
      <PolicyScopeFields productId={productId} scope={scope} onChange={choose} />
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !answer && <Skeleton className="h-96 w-full" />}
      {answer && (
        <PolicyFieldset
          form={form}
          scope={scope}
          answer={answer}
          onChange={(change) => setEdits({ ...edits, ...change })}
        />
      )}
    </FormDrawer>
  )
}
