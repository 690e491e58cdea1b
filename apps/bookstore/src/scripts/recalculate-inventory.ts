/** `medusa exec ./src/scripts/recalculate-inventory.ts`; `npx truestock recalculate-inventory` says the same, with options and without the log. */
export { default } from "medusa-plugin-truestock/scripts/recalculate-inventory"
