/** `medusa exec ./src/scripts/doctor.ts`; `npx truestock doctor` says the same, with options and without the log. */
export { default } from "medusa-plugin-truestock/scripts/doctor"
