import { requestRun } from "../../request-run"

/** POST /admin/distributor/:source/enrich: looks titles up anew, named by ISBN, in the queue and in the shop. See request-run.ts. */
export const POST = requestRun("enrich")
