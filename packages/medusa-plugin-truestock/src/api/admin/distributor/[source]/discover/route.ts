import { requestRun } from "../../request-run"

/** POST /admin/distributor/:source/discover: fills the catalogue queue with what the distributor offers, whether or not it has stock. See request-run.ts. */
export const POST = requestRun("discover")
