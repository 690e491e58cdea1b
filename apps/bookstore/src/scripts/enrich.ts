/** `medusa exec ./src/scripts/enrich.ts isbn=<isbn>... [source=<id>]`; `npx truestock enrich` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/enrich"
