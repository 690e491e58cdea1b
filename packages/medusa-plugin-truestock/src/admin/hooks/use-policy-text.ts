import { useTranslation } from "react-i18next"
import type { PolicyFields } from "../lib/availability/answers"
import type { Inherited } from "../lib/availability/inherited"
import { formatMoment, formatQuantity } from "../lib/format"
import { useLanguage } from "./use-language"

type Field = keyof PolicyFields

/** How to say what a field of a policy holds, and what it inherits: "10 from default". */
export function usePolicyText() {
  const { t } = useTranslation()
  const language = useLanguage()

  const valueText = (field: Field, value: PolicyFields[Field]): string => {
    if (value === null) {
      return t(`truestock.availability.policy.${field === "backorder_limit" ? "unlimited" : "nothing"}`)
    }
    if (typeof value === "boolean") return t(`truestock.shared.${value ? "yes" : "no"}`)
    if (typeof value === "number") return formatQuantity(value, language)
    if (typeof value === "object") return t("truestock.availability.leadTimeDays", value)
    return field === "not_for_sale" ? value : formatMoment(value, language)
  }

  const inheritedText = (field: Field, { from, value }: Inherited): string => {
    const step = t(`truestock.availability.policy.from.${from}`)
    return value === undefined
      ? t("truestock.availability.policy.inheritsUnknown", { from: step })
      : t("truestock.availability.policy.inherits", { value: valueText(field, value), from: step })
  }

  return { valueText, inheritedText }
}
