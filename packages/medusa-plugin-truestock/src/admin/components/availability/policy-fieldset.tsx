import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePolicyText } from "../../hooks/use-policy-text"
import type { PolicyAnswer, PolicyFields, PolicyScope } from "../../lib/availability/answers"
import { inherited } from "../../lib/availability/inherited"
import {
  CHOICE_FIELDS,
  CHOICES,
  MOMENT_FIELDS,
  UNITS_FIELDS,
  type PolicyForm,
} from "../../lib/availability/policy-form"
import { Field } from "../common/field"
import { MomentField } from "../common/moment-field"
import { NumberInput } from "../common/number-input"
import { SelectField } from "../common/select-field"
import { LeadTimeField } from "./lead-time-field"

const LONGEST_REASON = 200

type PolicyFieldsetProps = {
  form: PolicyForm
  scope: PolicyScope
  answer: PolicyAnswer
  onChange: (change: Partial<PolicyForm>) => void
}

/** Every field of a policy, with what it inherits while it is empty. */
export const PolicyFieldset = ({ form, scope, answer, onChange }: PolicyFieldsetProps) => {
  const { t } = useTranslation()
  const { inheritedText } = usePolicyText()
  const inherits = (field: keyof PolicyFields) => inheritedText(field, inherited(field, scope, answer))
  const texts = (field: keyof PolicyFields) => ({
    label: t(`truestock.availability.policy.field.${field}`),
    hint: t(`truestock.availability.policy.hint.${field}`),
  })

  return (
    <>
      {UNITS_FIELDS.map((field) => (
        <Field key={field} {...texts(field)}>
          {(ids) => (
            <NumberInput
              {...ids}
              placeholder={inherits(field)}
              value={form[field]}
              onChange={(value) => onChange({ [field]: value })}
            />
          )}
        </Field>
      ))}
      <LeadTimeField form={form} placeholder={inherits("lead_time_days")} onChange={onChange} />
      {MOMENT_FIELDS.map((field) => (
        <MomentField
          key={field}
          {...texts(field)}
          hint={`${texts(field).hint} ${form[field] ? "" : `${inherits(field)}.`}`}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {CHOICE_FIELDS.map((field) => (
        <SelectField
          key={field}
          {...texts(field)}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
          options={CHOICES.map((choice) => ({
            value: choice,
            label:
              choice === "inherit"
                ? `${t("truestock.availability.policy.choice.inherit")}: ${inherits(field)}`
                : t(`truestock.availability.policy.choice.${choice}`),
          }))}
        />
      ))}
      <Field {...texts("not_for_sale")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={LONGEST_REASON}
            placeholder={inherits("not_for_sale")}
            value={form.not_for_sale}
            onChange={(event) => onChange({ not_for_sale: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
