import { useTranslation } from "react-i18next"
import { OptionalChoice } from "../../common/optional-choice"

type YesNoChoiceProps = {
  /** Which texts of `truestock.distributor.queue` name the choices. */
  about: "flags" | "missings"
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** Those that are, those that are not, or both. */
export const YesNoChoice = ({ about, value, onChange }: YesNoChoiceProps) => {
  const { t } = useTranslation()
  const text = (name: string) => t(`truestock.distributor.queue.${about}.${name}`)
  return (
    <OptionalChoice
      label={text("true")}
      none={text("any")}
      value={value}
      options={["true", "false"].map((one) => ({ value: one, label: text(one) }))}
      onChange={onChange}
    />
  )
}
