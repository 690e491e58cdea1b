/** `medusa exec ./src/scripts/import.ts [target=<source or isbn>...] [limit=<n>] [dry-run]`; `npx truestock import` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/import"
