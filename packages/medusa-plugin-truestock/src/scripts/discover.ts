import { TruestockError } from "../errors"
import { limitOf } from "./distributor/asked-for"
import { askAndCarryOut, distributorOf } from "./distributor/carry-out"
import { chooseSource } from "./distributor/choose-target"
import { interruptible } from "./distributor/interruptible"
import { tellRuns } from "./distributor/render-run"
import { script } from "./script"

/**
 * `truestock discover <source> [--search <name> | --isbn <isbn>...] [--limit <n>] [--dry-run] [--json]`: fills the
 * catalogue queue with what the distributor offers, whether or not it has stock.
 */
export default script(async ({ container, has, valueOf, valuesOf }) => {
  const { id: source_id } = chooseSource(await distributorOf(container).listSources(), valueOf("source"))
  const search = valueOf("search")
  const isbns = valuesOf("isbn")
  if (search !== undefined && isbns.length > 0) {
    throw new TruestockError("invalid_parameter", "search and isbn exclude each other: name one of them.")
  }
  const asked = {
    ...{ source_id, kind: "discover" as const, target: search ?? (isbns.length > 0 ? isbns : null) },
    ...{ limit: limitOf(valueOf("limit")), is_dry_run: has("dry-run") },
  }
  const run = await interruptible((signal) => askAndCarryOut(container, asked, signal))
  return tellRuns([run], has("json"))
})
