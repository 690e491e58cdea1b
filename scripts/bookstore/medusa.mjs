// @ts-check
import { join } from "node:path"
import { clone, logFile } from "../paths.mjs"
import { run } from "../process/run.mjs"

/** Medusa's command line, called without npx, which would stand between us and the process to stop. */
export const medusaCli = join(clone, "node_modules", "@medusajs", "cli", "cli.js")

/**
 * @param {string} what
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv, secrets?: string[] }} options
 */
export function runMedusa(what, args, { cwd, log, env = process.env, secrets }) {
  return run(what, process.execPath, [medusaCli, ...args], {
    cwd,
    log: logFile(log),
    secrets,
    env: { ...env, MEDUSA_DISABLE_TELEMETRY: "true" },
  })
}
