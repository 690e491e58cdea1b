// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { stateDir } from "../paths.mjs"
import { commandOf } from "../process/command-of.mjs"
import { codeOf, Problem } from "../process/problem.mjs"
import { onShutdown } from "../process/shutdown.mjs"

/** Two starts of one clone would share a Postgres, and the first to stop would take it from the other. */
export function requireOnlyStart() {
  const file = join(stateDir, "start.pid")
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  if (pid && pid !== process.pid && commandOf(pid)?.includes("start.mjs")) {
    throw new Problem(
      `The bookstore is already started from this clone (process ${pid}): stop that one first.`
    )
  }
  try {
    mkdirSync(stateDir, { recursive: true })
    writeFileSync(file, String(process.pid))
  } catch (error) {
    throw new Problem(
      `${stateDir} cannot be written (${codeOf(error)}): make the clone writable for this user.`
    )
  }
  // Whoever waits for the demo file waits for an open bookstore.
  const demo = join(stateDir, "demo.json")
  rmSync(demo, { force: true })
  onShutdown(() => {
    rmSync(demo, { force: true })
    rmSync(file, { force: true })
  })
}
