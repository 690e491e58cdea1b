import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { usePolicyText } from "../../hooks/use-policy-text"
import { SUPPLY_FIELDS, type Supply } from "../../lib/availability/answers"
import { formatMoment } from "../../lib/format"

type SupplyItemProps = { supply: Supply; scope: string }

/** What the supplier of a variant says of it: it holds where no policy does, and is not changed here. */
export const SupplyItem = ({ supply, scope }: SupplyItemProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { valueText } = usePolicyText()
  const { source, as_of } = supply
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" leading="compact">
        {t("truestock.availability.policy.supplyOf", { scope, source })}
      </Text>
      <dl className="flex flex-col gap-y-1">
        {SUPPLY_FIELDS.filter((field) => supply[field] !== null).map((field) => (
          <div key={field} className="txt-compact-xsmall flex flex-wrap justify-between gap-x-4">
            <dt className="text-ui-fg-subtle">{t(`truestock.availability.policy.field.${field}`)}</dt>
            <dd className="break-words">{valueText(field, supply[field])}</dd>
          </div>
        ))}
        {as_of && (
          <div className="txt-compact-xsmall flex flex-wrap justify-between gap-x-4">
            <dt className="text-ui-fg-subtle">{t("truestock.availability.policy.asOf")}</dt>
            <dd className="break-words">{formatMoment(as_of, language)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
