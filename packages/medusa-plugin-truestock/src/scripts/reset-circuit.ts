import { reasonOf } from "./distributor/asked-for"
import { distributorOf } from "./distributor/carry-out"
import { chooseSource } from "./distributor/choose-target"
import { print, script } from "./script"

/**
 * `truestock reset-circuit <source> --reason <why> [--json]`: a site that has refused may be asked again before its hour is
 * over. Only for a person who has looked, and has logged in anew.
 */
export default script(async ({ container, has, valueOf }) => {
  const distributor = distributorOf(container)
  const before = chooseSource(await distributor.listSources(), valueOf("source"))
  const reason = reasonOf(valueOf("reason") ?? "", "reason", "the site may be asked again")!
  const source = await distributor.resetCircuit(before.id, reason)
  const said = before.circuit_until ? "may be asked again" : "was not left alone: nothing to do"
  await print(has("json") ? JSON.stringify({ source }) : `${source.id} ${said}`)
  return 0
})
