/** `medusa exec ./src/scripts/setup-inventory.ts [config=<file>] [dry-run]`; `npx truestock setup-inventory` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/setup-inventory"
