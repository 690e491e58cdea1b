/** `medusa exec ./src/scripts/check-inventory.ts`; `npx truestock check-inventory` says the same, with options and without the log. */
export { default } from "medusa-plugin-truestock/scripts/check-inventory"
