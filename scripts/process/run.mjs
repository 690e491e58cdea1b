// @ts-check
import { readFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"
import { start } from "./child.mjs"
import { Problem } from "./problem.mjs"
import { isShuttingDown } from "./shutdown.mjs"

/**
 * Runs a command to its end; a failure shows the last lines of its log.
 *
 * @param {string} what for the error text, such as "Building the plugin"
 * @param {string} command
 * @param {string[]} args
 * @param {import("./child.mjs").StartOptions & { secrets?: string[] }} [options] secrets: never shown
 */
export async function run(what, command, args, options = {}) {
  if (isShuttingDown()) throw new Problem(`${what} was not begun, since everything is being stopped.`)
  const { code, signal } = await start(command, args, options).exited
  if (code === 0) return
  const why = code === null ? `was ended by ${signal}` : `failed with exit code ${code}`
  const where = options.log ? ` The full output is in ${options.log}.` : ""
  throw new Problem(`${what} ${why}.${where}`, {
    detail: options.log && lastLines(options.log, options.secrets),
  })
}

/**
 * @param {string} file
 * @param {string[]} [secrets]
 * @param {number} [count]
 */
export function lastLines(file, secrets = [], count = 25) {
  let text = stripVTControlCharacters(readFileSync(file, "utf8"))
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, "***")
  const lines = text.trimEnd().split("\n").slice(-count)
  return lines.map((line) => `  | ${line}`).join("\n")
}
