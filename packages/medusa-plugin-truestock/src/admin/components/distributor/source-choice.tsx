import { useTranslation } from "react-i18next"
import type { Source } from "../../lib/distributor/answers"
import { Choice } from "../common/choice"

type SourceChoiceProps = { sources: Source[]; value: string | undefined; onChange: (id: string) => void }

/** Which source a list is about; nothing where there is only one. */
export const SourceChoice = ({ sources, value, onChange }: SourceChoiceProps) => {
  const { t } = useTranslation()
  if (sources.length < 2 || value === undefined) return null
  const options = sources.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Choice label={t("truestock.distributor.source")} value={value} options={options} onChange={onChange} />
  )
}
