/** `medusa exec ./src/scripts/sync-stock.ts [target=<source, search or isbn>...] [limit=<n>] [dry-run] [override=<reason>]`; `npx truestock sync-stock` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/sync-stock"
