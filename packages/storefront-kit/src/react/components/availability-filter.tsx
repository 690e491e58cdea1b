import type { ReactNode } from "react"
import type { Facets } from "../../client/listing.js"
import { statusName } from "../../label.js"
import { inLanguage } from "../../label/language.js"
import { AVAILABILITY_STATUSES, type AvailabilityStatus } from "../../rules/availability.js"
import type { SpokenProps } from "./availability-badge.js"
import { classNames } from "./class-names.js"
import { COMPONENT_TEXTS } from "./component-texts.js"

export type AvailabilityFilterProps = Pick<SpokenProps, "locale" | "texts"> & {
  /** The statuses that are chosen. */
  value: readonly AvailabilityStatus[]
  /**
   * Those that are chosen now, in the order of `statuses`. Without it the boxes are a form's own: in a `form` with `method="get"` the
   * filter works before, and without, any script.
   */
  onChange?: (value: AvailabilityStatus[]) => void
  /** `facets.status` of the listing; what is not among them counts none. Without it no counts are shown. */
  counts?: Facets["status"]
  /** Those that can be chosen; default: all. */
  statuses?: readonly AvailabilityStatus[]
  /** Name of the group; default: "Availability", in the locale's language. */
  legend?: ReactNode
  /** Name of the boxes in a form; default: `status`, the listing's parameter. */
  name?: string
  className?: string
  /** What stands beside a box, in its label; default: the status' name and its count. */
  renderOption?: (option: {
    status: AvailabilityStatus
    name: string
    count: number | undefined
  }) => ReactNode
}

/**
 * The statuses to choose from, as a group of native checkboxes, each labelled with its name and count: keyboard and screen
 * readers need nothing more. An option that would list nothing (`data-empty`) can be chosen all the same.
 */
export function AvailabilityFilter({
  statuses = AVAILABILITY_STATUSES,
  name = "status",
  ...props
}: AvailabilityFilterProps) {
  const { value, onChange, counts, legend, className, renderOption = Option, locale, texts } = props
  const countOf = (status: AvailabilityStatus) =>
    counts && (counts.find((facet) => facet.value === status)?.count ?? 0)
  const toggled = (status: AvailabilityStatus) =>
    statuses.filter((each) => (each === status ? !value.includes(each) : value.includes(each)))
  return (
    <fieldset className={classNames("truestock-filter", className)}>
      <legend>{legend ?? inLanguage(COMPONENT_TEXTS, locale).texts.filter}</legend>
      {statuses.map((status) => {
        const checked = value.includes(status)
        const count = countOf(status)
        const state = onChange
          ? { checked, onChange: () => onChange(toggled(status)) }
          : { defaultChecked: checked }
        return (
          <label
            key={status}
            className="truestock-filter-option"
            data-status={status}
            data-empty={count === 0}
          >
            <input type="checkbox" name={name} value={status} {...state} />
            {renderOption({ status, name: statusName(status, { locale, texts }), count: count })}
          </label>
        )
      })}
    </fieldset>
  )

  function Option({ name, count }: { name: string; count: number | undefined }) {
    const number =
      count !== undefined && new Intl.NumberFormat(inLanguage(COMPONENT_TEXTS, locale).locale).format(count)
    return (
      <>
        {" "}
        <span className="truestock-filter-name">{name}</span>
        {number !== false && <span className="truestock-filter-count"> ({number})</span>}
      </>
    )
  }
}
