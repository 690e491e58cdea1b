/** `medusa exec ./src/scripts/open-ledger.ts`; `npx truestock open-ledger` says the same, with options and without the log. */
export { default } from "medusa-plugin-truestock/scripts/open-ledger"
