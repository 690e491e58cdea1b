import { readFile } from "node:fs/promises"
import { quoted, TruestockError } from "../errors"
import { setCostsWorkflow } from "../workflows/costs/set-costs"
import { print, script } from "./script"

/**
 * `truestock set-costs --csv <file> [--reason <text>] [--json]`: what items cost from now on, in place of their moving
 * average. One bad line refuses the whole file.
 */
export default script(async ({ container, has, valueOf }) => {
  const csv = await readCosts(valueOf("csv") ?? "")
  const { result: costs } = await setCostsWorkflow(container).run({
    input: { csv, reason: valueOf("reason") },
  })
  if (has("json")) {
    await print(JSON.stringify({ costs }))
    return 0
  }
  const changed = costs.filter(({ unit_cost, previous_cost }) => unit_cost !== previous_cost)
  await print(
    `The costs of ${costs.length} items were set; ${changed.length} cost something else than before.`
  )
  return 0
})

async function readCosts(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    throw new TruestockError(
      "invalid_parameter",
      `csv has the value ${quoted(file)}, which cannot be read (${(error as NodeJS.ErrnoException).code}); correct its name.`
    )
  }
}
