import { setUpDistributor } from "../workflows/distributor/set-up-distributor"
import { distributorOf } from "./distributor/carry-out"
import { chooseSource } from "./distributor/choose-target"
import { print, script } from "./script"

/**
 * `truestock setup-distributor <source> [--json]`: the distributor's stock location, which the sales channel sells from.
 * Done again it finds nothing to do.
 */
export default script(async ({ container, has, valueOf }) => {
  const { id } = chooseSource(await distributorOf(container).listSources(), valueOf("source"))
  const setup = await setUpDistributor(container, id)
  if (has("json")) {
    await print(JSON.stringify(setup))
    return 0
  }
  await print(`location  ${setup.location}: ${setup.became}`)
  for (const warning of setup.warnings) await print(warning)
  return 0
})
