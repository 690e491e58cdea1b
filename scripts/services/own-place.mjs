// @ts-check
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runAsUser } from "../postgres/run-as.mjs"
import { onShutdown } from "../process/shutdown.mjs"

/**
 * A throw-away directory for a service, closed to everybody but the user that runs it, who is never root: removed
 * with this process.
 *
 * @param {Record<string, string>} files what it finds there
 */
export function ownPlace(files) {
  const user = runAsUser()
  const place = mkdtempSync(join(tmpdir(), "truestock-"))
  const remove = () => rmSync(place, { recursive: true, force: true })
  const forget = onShutdown(remove)
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(place, name), text, { mode: 0o600 })
    if (user) chownSync(join(place, name), user.uid, user.gid)
  }
  if (user) chownSync(place, user.uid, user.gid)
  return {
    place,
    user,
    remove: () => {
      remove()
      forget()
    },
  }
}
