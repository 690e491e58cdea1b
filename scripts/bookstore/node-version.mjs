// @ts-check
import { Problem } from "../process/problem.mjs"

/** @param {string} version such as 20.19.0, without the v */
export function requireSupportedNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return
  throw new Problem(`Node ${version} is not supported: install Node 20.19 or later of 20, or 22.12 or later.`)
}
