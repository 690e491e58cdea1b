/** `medusa exec ./src/scripts/guard-mode.ts [mode]`; `npx truestock guard-mode` says the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/guard-mode"
