/** `medusa exec ./src/scripts/discover.ts source=<id> [search=<name> | isbn=<isbn>...] [limit=<n>] [dry-run]`; `npx truestock discover` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/discover"
