import type { Availability } from "./availability.js"
import { merchantAvailability } from "./merchant-availability.js"
import type { Moment } from "./moments.js"

/**
 * The availability as a page shows it that is offered to search engines and in a feed: the same, but not purchasable
 * where the feed must say out of stock. Label, button, JSON-LD and feed that start from this cannot contradict each other.
 */
export function asOffered<A extends Availability>(availability: A, options: { now?: Moment } = {}): A {
  const { purchasable } = merchantAvailability(availability, options)
  return purchasable === availability.purchasable ? availability : { ...availability, purchasable }
}
