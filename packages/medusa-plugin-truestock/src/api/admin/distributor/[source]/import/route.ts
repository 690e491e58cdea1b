import { requestRun } from "../../request-run"

/** POST /admin/distributor/:source/import: makes products of the titles in the queue, and stocks those that the shop has. See request-run.ts. */
export const POST = requestRun("import")
