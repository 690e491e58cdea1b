import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LocationFigures } from "../../lib/availability/answers"
import type { NameOf } from "../../lib/availability/scope-name"
import { Disclosure } from "../common/disclosure"
import { FiguresBlock } from "./figures"
import { SectionHeading } from "./section-heading"

type LocationListProps = { locations: LocationFigures[]; variantName: NameOf }

/** What each variant would be at each stock location, if there were no other. */
export const LocationList = ({ locations, variantName }: LocationListProps) => {
  const { t } = useTranslation()
  const ids = [...new Set(locations.map((location) => location.location_id))]
  const byId = ids.map((id) => ({ id, rows: locations.filter((location) => location.location_id === id) }))
  return (
    <Disclosure
      className="px-6 py-4"
      summary={<SectionHeading text={t("truestock.availability.section.locations")} count={byId.length} />}
    >
      <ul className="mt-3 flex flex-col gap-y-4">
        {byId.map(({ id, rows }) => (
          <li key={id} className="flex flex-col gap-y-2">
            <Text size="small" leading="compact" className="text-ui-fg-subtle">
              {rows[0]?.name ?? id}
            </Text>
            <ul className="ml-[7px] flex flex-col gap-y-3 border-l pl-4">
              {rows.map((row) => (
                <li key={row.variant_id}>
                  <FiguresBlock name={variantName(row.variant_id)} figures={row} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
