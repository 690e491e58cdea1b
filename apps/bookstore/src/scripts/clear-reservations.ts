/** `medusa exec ./src/scripts/clear-reservations.ts`; `npx truestock clear-reservations` says the same, with options and without the log. */
export { default } from "medusa-plugin-truestock/scripts/clear-reservations"
