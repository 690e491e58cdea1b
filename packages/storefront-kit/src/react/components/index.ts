export { AvailabilityBadge, type AvailabilityBadgeProps, type SpokenProps } from "./availability-badge.js"
export { AvailabilityFilter, type AvailabilityFilterProps } from "./availability-filter.js"
export { ProductListing, type ProductListingProps } from "./product-listing.js"
export { COMPONENT_TEXTS, type ComponentTexts } from "./component-texts.js"
