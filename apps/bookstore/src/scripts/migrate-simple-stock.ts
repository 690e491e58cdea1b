/** `medusa exec ./src/scripts/migrate-simple-stock.ts from=<source> [location=<id|code|name>] [dry-run]`; `npx truestock migrate-simple-stock` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/migrate-simple-stock"
