import type { ReactNode } from "react"
import { availabilityLabel, type LabelOptions } from "../../label.js"
import type { Availability } from "../../rules/availability.js"
import { classNames } from "./class-names.js"

/** In which language and words a component speaks; as of `availabilityLabel`. */
export type SpokenProps = {
  locale?: LabelOptions["locale"]
  texts?: LabelOptions["texts"]
  timeZone?: LabelOptions["time_zone"]
  now?: LabelOptions["now"]
}

export type AvailabilityBadgeProps = SpokenProps & {
  /** null or undefined = nothing is known yet, and nothing is claimed. */
  availability: Availability | null | undefined
  /** Beside `truestock-badge`. */
  className?: string
  /** What stands in it in place of the label alone, such as an icon and the label. */
  children?: (label: string) => ReactNode
}

/**
 * The label of an availability in a `span`, to be styled by `data-status` (`unknown` where it is not known) and
 * `data-purchasable`. What it says is text, so that no colour need be seen.
 */
export function AvailabilityBadge({
  availability,
  className,
  children,
  locale,
  texts,
  timeZone,
  now,
}: AvailabilityBadgeProps) {
  const label = availabilityLabel(availability, { locale, texts, time_zone: timeZone, now })
  return (
    <span
      className={classNames("truestock-badge", className)}
      data-status={availability?.status ?? "unknown"}
      data-purchasable={availability?.purchasable ?? false}
    >
      {children ? children(label) : label}
    </span>
  )
}
