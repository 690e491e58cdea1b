import type { Connection } from "../../../database/connection"
import { type Asking, performOperation } from "../perform-operation"
import type { CostInput, CostOptions, ItemCost } from "./cost"
import { parseCosts, type PlacedCost } from "./cost-input"
import { parseCostFile } from "./parse-cost-file"

/** What items cost, said by hand: in place of the average that receipts have made. */
export class Costs {
  constructor(private readonly connection: Connection) {}

  /**
   * Sets what items cost, up to 100,000, all or nothing. Each replaces the item's average and is kept, with who said so
   * and why; stock does not change. Answers them in the order of the rows.
   *
   * @throws invalid_cost, duplicate_row, too_many_rows, item_not_found, currency_differs, invalid_key, key_in_use,
   *   key_reused; each names the row, counted from 0
   */
  async set(costs: CostInput[], options: CostOptions = {}, asking?: Asking): Promise<ItemCost[]> {
    const rows = costs.map((given, n) => ({ place: `Row ${n}`, given }))
    return this.write(rows, options, asking)
  }

  /**
   * The same of a CSV file (parse-cost-file.ts).
   *
   * @throws invalid_csv, and as set; each names the line, counted from 1
   */
  async setFromCsv(csv: string, options: CostOptions = {}, asking?: Asking): Promise<ItemCost[]> {
    return this.write(parseCostFile(csv), options, asking)
  }

  /** Takes costs back that were set by hand, where nothing was reckoned with them since. Answers how many. */
  async takeBack(ids: string[], asking?: Asking): Promise<number> {
    const request = { input: { ids } }
    return (await performOperation<number>(this.connection, "take_back_costs", request, asking)).answer
  }

  private async write(rows: PlacedCost[], options: CostOptions, asking?: Asking): Promise<ItemCost[]> {
    const request = { input: parseCosts(rows, options) }
    return (await performOperation<ItemCost[]>(this.connection, "set_costs", request, asking)).answer
  }
}
