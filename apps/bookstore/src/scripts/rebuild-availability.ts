/** `medusa exec ./src/scripts/rebuild-availability.ts`; `npx truestock rebuild-availability` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/rebuild-availability"
