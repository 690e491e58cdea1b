/** What an availability is called: pure rules, no React, no dependency. */
export { availabilityLabel, statusName, type LabelOptions } from "./label/availability-label.js"
export { AVAILABILITY_TEXTS, type AvailabilityTexts, type PluralText } from "./label/availability-texts.js"
