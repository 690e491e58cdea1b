import { useTranslation } from "react-i18next"
import type { Names } from "../../hooks/use-names"
import { useUserNames } from "../../hooks/use-user-names"
import type { Override } from "../../lib/availability/answers"
import { OverrideItem } from "./override-item"
import { SectionHeading } from "./section-heading"

type OverrideListProps = {
  overrides: Override[]
  names: Names
  onEdit: (override: Override) => void
  onClear: (override: Override) => void
}

/** Every status of the product that was set by hand: for what, by whom, since when, until when, and why. */
export const OverrideList = ({ overrides, names, ...actions }: OverrideListProps) => {
  const { t } = useTranslation()
  const userNames = useUserNames(overrides.flatMap(({ set_by }) => set_by ?? []))
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4">
      <SectionHeading text={t("truestock.availability.section.manual")} count={overrides.length} />
      <ul className="flex flex-col gap-y-4">
        {overrides.map((override) => (
          <li key={override.id}>
            <OverrideItem
              override={override}
              scope={names.override(override)}
              by={override.set_by && (userNames.get(override.set_by) ?? override.set_by)}
              onEdit={() => actions.onEdit(override)}
              onClear={() => actions.onClear(override)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
