import type { Source } from "../../modules/distributor"
import { quoted, TruestockError } from "../../errors"

type Known = Pick<Source, "id" | "searches">
export type Chosen = { source_id: string; target: string | string[] | null }

/** The source of that name; without a name the only one that there is. @throws source_not_found, invalid_parameter */
export function chooseSource<Each extends Known>(sources: Each[], named: string | undefined): Each {
  const known = sources.map(({ id }) => id).join(", ")
  if (named !== undefined) {
    const source = sources.find(({ id }) => id === named)
    if (source) return source
    throw new TruestockError(
      "source_not_found",
      `There is no distributor ${quoted(named)} in the plugin's options (${known || "none"}).`
    )
  }
  const [first, second] = sources
  if (!first) {
    throw new TruestockError(
      "source_not_found",
      "No distributor is configured: add one to the option distributors of medusa-plugin-truestock."
    )
  }
  if (!second) return first
  throw new TruestockError("invalid_parameter", `There are several distributors (${known}): say which.`)
}

/**
 * What words of a command stand for: a source, then a saved search, `all`, or ISBNs. Each may be left out. A search is
 * looked for in all sources, unless one is named.
 *
 * @throws source_not_found, invalid_parameter
 */
export function chooseTarget(sources: Known[], words: string[], named?: string): Chosen {
  const [first, ...others] = words
  if (named === undefined && sources.some(({ id }) => id === first)) {
    return { source_id: first!, target: targetOf(others) }
  }
  const owners = sources.filter(({ searches }) => words.length === 1 && searches.includes(first!))
  const source = chooseSource(named === undefined && owners.length > 0 ? owners : sources, named)
  return { source_id: source.id, target: targetOf(words) }
}

const targetOf = (words: string[]) => (words.length > 1 ? words : (words[0] ?? null))
