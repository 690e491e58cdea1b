/** `medusa exec ./src/scripts/initialize-availability.ts`; `npx truestock initialize-availability` does the same, without the log. */
export { default } from "medusa-plugin-truestock/scripts/initialize-availability"
