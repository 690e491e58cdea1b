import { requestRun } from "../../request-run"

/** POST /admin/distributor/:source/sync: takes the stock that the distributor states: stage, compare, guard, apply. See request-run.ts. */
export const POST = requestRun("sync")
