import { useTranslation } from "react-i18next"
import { leadTimeProblem, type PolicyForm } from "../../lib/availability/policy-form"
import { Field } from "../common/field"
import { NumberInput } from "../common/number-input"

const MOST_DAYS = 3650

type LeadTimeFieldProps = {
  form: PolicyForm
  placeholder: string
  onChange: (change: Partial<PolicyForm>) => void
}

/** From how many days to how many; both or neither. */
export const LeadTimeField = ({ form, placeholder, onChange }: LeadTimeFieldProps) => {
  const { t } = useTranslation()
  const problem = leadTimeProblem(form)
  const hint = t("truestock.availability.policy.hint.lead_time_days")
  const isEmpty = form.lead_time_min === "" && form.lead_time_max === ""
  return (
    <Field
      label={t("truestock.availability.policy.field.lead_time_days")}
      hint={isEmpty ? `${hint} ${placeholder}.` : hint}
      error={problem && t(`truestock.availability.policy.leadTimeProblem.${problem}`)}
    >
      {({ id, "aria-describedby": describedBy }) => (
        <div className="grid grid-cols-2 gap-4">
          <NumberInput
            id={id}
            aria-label={t("truestock.availability.policy.leadTimeMin")}
            aria-describedby={describedBy}
            max={MOST_DAYS}
            placeholder={t("truestock.availability.policy.daysMin")}
            value={form.lead_time_min}
            onChange={(lead_time_min) => onChange({ lead_time_min })}
          />
          <NumberInput
            aria-label={t("truestock.availability.policy.leadTimeMax")}
            aria-describedby={describedBy}
            max={MOST_DAYS}
            placeholder={t("truestock.availability.policy.daysMax")}
            value={form.lead_time_max}
            onChange={(lead_time_max) => onChange({ lead_time_max })}
          />
        </div>
      )}
    </Field>
  )
}
