import { requestRun } from "../../request-run"

/** POST /admin/distributor/:source/settle: makes levels, metadata and backorders of all imported titles what the queue says. See request-run.ts. */
export const POST = requestRun("settle")
