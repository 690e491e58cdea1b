import { PencilSquare } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Names } from "../../hooks/use-names"
import { usePolicyText } from "../../hooks/use-policy-text"
import type { Policy, PolicyScope, Supply } from "../../lib/availability/answers"
import { POLICY_FIELDS } from "../../lib/availability/policy-form"
import { Disclosure } from "../common/disclosure"
import { SectionHeading } from "./section-heading"
import { SupplyItem } from "./supply-item"

type PolicyListProps = {
  policies: Policy[]
  supplies: Supply[]
  names: Names
  onEdit: (scope: PolicyScope) => void
}

/** What the shop has decided about the product, its variants, and these at single locations; and what suppliers say. */
export const PolicyList = ({ policies, supplies, names, onEdit }: PolicyListProps) => {
  const { t } = useTranslation()
  return (
    <Disclosure
      className="px-6 py-4"
      summary={<SectionHeading text={t("truestock.availability.section.policies")} count={policies.length} />}
    >
      {policies.length + supplies.length === 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle mt-3">
          {t("truestock.availability.policy.none")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-4 [&>li:first-child]:mt-3">
        {policies.map((policy) => (
          <li key={policy.id}>
            <PolicyItem
              policy={policy}
              scope={names.policy(policy)}
              onEdit={() => onEdit({ variant_id: policy.variant_id, location_id: policy.location_id })}
            />
          </li>
        ))}
        {supplies.map((supply) => (
          <li key={supply.variant_id}>
            <SupplyItem
              supply={supply}
              scope={names.policy({ variant_id: supply.variant_id, location_id: null })}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

const PolicyItem = ({ policy, scope, onEdit }: { policy: Policy; scope: string; onEdit: () => void }) => {
  const { t } = useTranslation()
  const { valueText } = usePolicyText()
  return (
    <div className="flex items-start justify-between gap-x-2">
      <div className="flex min-w-0 flex-1 flex-col gap-y-2">
        <Text size="small" leading="compact">
          {scope}
        </Text>
        <dl className="flex flex-col gap-y-1">
          {POLICY_FIELDS.filter((field) => policy[field] !== null).map((field) => (
            <div key={field} className="txt-compact-xsmall flex flex-wrap justify-between gap-x-4">
              <dt className="text-ui-fg-subtle">{t(`truestock.availability.policy.field.${field}`)}</dt>
              <dd className="break-words">{valueText(field, policy[field])}</dd>
            </div>
          ))}
        </dl>
      </div>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("truestock.availability.policy.edit", { scope })}
        onClick={onEdit}
      >
        <PencilSquare />
      </IconButton>
    </div>
  )
}
