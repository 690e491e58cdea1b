import type { MedusaRequest } from "@medusajs/framework/http"
import type { CostInput, CostOptions } from "../../../../modules/inventory_management"
import { bodyFields } from "../../../body-fields"
import { parseQuery, text } from "../../../query-parameters"
import { rowsOf } from "../rows-of"
import { hasCsvBody, readCsvBody } from "./read-csv-body"

const ROW = ["sku", "inventory_item_id", "unit_cost", "currency_code"] as const

/** A file with its reason in the query, or a list with its reason beside it. @throws invalid_body, invalid_csv */
export async function parseCosts(
  req: MedusaRequest
): Promise<CostOptions & ({ csv: string } | { costs: CostInput[] })> {
  if (hasCsvBody(req)) {
    const { reason } = parseQuery({ reason: text }, {}, req.query)
    return { csv: await readCsvBody(req), ...(reason === undefined ? {} : { reason }) }
  }
  parseQuery({}, {}, req.query)
  const { costs, ...shared } = bodyFields(["costs", "reason"], req.body)
  return { ...(shared as CostOptions), costs: rowsOf("costs", ROW, costs) as CostInput[] }
}
