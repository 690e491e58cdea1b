import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RunKind } from "../../../modules/distributor"
import { parseQuery } from "../../query-parameters"
import { distributorOf } from "./distributor-module"
import { parseRunBody } from "./validators"

/**
 * A route that asks for a run: a worker does it within a second or two. Answers 202 `{ run }`; how it goes on is told by
 * `GET /admin/distributor/runs/:id`.
 *
 * Body, all optional: `target` (`all`, a saved search, ISBNs), `limit`, `dry_run`, `override_reason` (lets it through its
 * guards); of an import `update_fields`, what is changed of products that the shop has. 400 `invalid_body`, `unknown_search`, `invalid_isbn`, `invalid_limit`, `target_required` (a
 * source that is looked up title by title has no list of all); 404 `source_not_found`; 409 `source_not_set_up`.
 */
export const requestRun =
  (kind: RunKind) =>
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    parseQuery({}, {}, req.query)
    const run = await distributorOf(req).requestRun(parseRunBody(req.params.source!, kind, req.body))
    res.status(202).json({ run })
  }
