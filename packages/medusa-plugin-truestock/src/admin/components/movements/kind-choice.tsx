import { useTranslation } from "react-i18next"
import { MOVEMENT_KINDS, type MovementKind } from "../../../modules/inventory_management/movement"
import { Choice } from "../common/choice"

const ANY = "any"

type KindChoiceProps = { kind: MovementKind | undefined; onChange: (kind: MovementKind | undefined) => void }

export const KindChoice = ({ kind, onChange }: KindChoiceProps) => {
  const { t } = useTranslation()
  return (
    <Choice<MovementKind | typeof ANY>
      label={t("truestock.movements.kindFilter")}
      value={kind ?? ANY}
      onChange={(value) => onChange(value === ANY ? undefined : value)}
      options={[
        { value: ANY, label: t("truestock.movements.allKinds") },
        ...MOVEMENT_KINDS.map((value) => ({ value, label: t(`truestock.movements.kind.${value}`) })),
      ]}
    />
  )
}
