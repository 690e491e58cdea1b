/** `medusa exec ./src/scripts/setup-distributor.ts source=<id>`; `npx truestock setup-distributor` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/setup-distributor"
