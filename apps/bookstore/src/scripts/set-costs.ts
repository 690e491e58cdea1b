/** `medusa exec ./src/scripts/set-costs.ts csv=<file> [reason=<text>]`; `npx truestock set-costs` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/set-costs"
