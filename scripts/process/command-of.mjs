// @ts-check
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

/**
 * The command line of a process. A pid file alone proves nothing: after a crash, and most of all in a
 * restarted container, another process soon carries the number.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
    if (process.platform === "win32")
      return execFileSync("tasklist", ["/fi", `pid eq ${pid}`, "/nh"]).toString()
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)])
      .toString()
      .trim()
  } catch {
    return undefined
  }
}
