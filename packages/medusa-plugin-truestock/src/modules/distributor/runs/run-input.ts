import { readEan13 } from "truestock-distributor-feeds"
import { quoted, TruestockError } from "../../../errors"
import type { SourceOptions } from "../sources/source-options"
import { parseUpdateFields } from "../titles/update-fields"
import type { NewRun } from "./sql/create-run"
import type { RunKind, RunTarget } from "./run"

const MOST_EANS = 10_000

export type RunInput = {
  source_id: string
  kind: RunKind
  /** `all`, the name of a saved search, or ISBNs; when left out the source's default target, of an import all. */
  target?: string | string[] | null
  limit?: number | null
  is_dry_run?: boolean
  /** Of an import: what it is to change of products that the shop has, of UPDATE_FIELDS; when left out as the source's options say. */
  update_fields?: string[] | null
  /** Lets the run through its guards; why a person thinks that it is right. */
  override_reason?: string | null
}

type Asked = Pick<NewRun, "kind" | "target" | "is_dry_run" | "override_reason">

/** @throws unknown_search, target_required, invalid_isbn, invalid_limit, invalid_parameter */
export function parseRun(input: RunInput, source: SourceOptions): Asked {
  const { kind, is_dry_run = false, override_reason = null } = input
  const limit = input.limit ?? null
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) {
    throw new TruestockError(
      "invalid_limit",
      `limit has the value ${quoted(limit)}; use a whole number from 1 on.`
    )
  }
  if (kind === "settle" && is_dry_run) {
    throw new TruestockError(
      "invalid_parameter",
      "A run of kind settle has no dry run: nothing is staged that could be shown."
    )
  }
  // What is imported or settled is in the queue already: all of it, unless something is named.
  const whole = kind === "import" || kind === "settle" ? "all" : source.default_target
  const target = {
    ...targetOf(input.target ?? whole, source),
    ...(limit !== null && { limit }),
    ...updateOf(kind, input.update_fields ?? null),
  }
  assertNamed(kind, target, source)
  return { kind, target, is_dry_run, override_reason }
}

function updateOf(kind: RunKind, given: string[] | null): Pick<RunTarget, "update"> {
  if (given === null) return {}
  if (kind === "import") return { update: parseUpdateFields(given) }
  throw new TruestockError(
    "invalid_parameter",
    `A run of kind ${kind} changes no product: update_fields belong to an import.`
  )
}

/** What is looked up title by title has no list of all that there is, and enriching is a matter of single titles. */
function assertNamed(kind: RunKind, { search, eans }: RunTarget, { id, feed }: SourceOptions): void {
  if (kind !== "discover" && kind !== "enrich") return
  const isNamed = search !== undefined || (eans?.length ?? 0) > 0
  const mayBeAll = kind === "discover" && feed.kind !== "ingram_ipage" && eans === undefined
  if (isNamed || mayBeAll) return
  const searches = feed.kind === "ingram_ipage" ? Object.keys(feed.searches) : []
  const choice = searches.length > 0 ? `a saved search (${searches.join(", ")}) or ISBNs` : "ISBNs"
  throw new TruestockError(
    "target_required",
    feed.kind === "ingram_ipage"
      ? `Distributor ${id} is looked up title by title, and has no list of all: name ${choice}.`
      : `No title is named to ${kind} of ${id}: name ${choice}.`
  )
}

function targetOf(wanted: string | string[], source: SourceOptions): RunTarget {
  if (wanted === "all") return {}
  if (Array.isArray(wanted)) return { eans: wanted.length > 0 ? eansOf(wanted) : [] }
  const searches = source.feed.kind === "ingram_ipage" ? source.feed.searches : {}
  if (Object.hasOwn(searches, wanted)) return { search: wanted }
  if ("ean13" in readEan13(wanted)) return { eans: eansOf([wanted]) }
  const known = ["all", ...Object.keys(searches)].join(", ")
  throw new TruestockError(
    "unknown_search",
    `target has the value ${quoted(wanted)}; use one of ${known}, or ISBNs.`
  )
}

function eansOf(given: string[]): string[] {
  if (given.length > MOST_EANS) {
    throw new TruestockError("invalid_isbn", `${given.length} ISBNs were given; ${MOST_EANS} are the most.`)
  }
  const eans = given.map((text) => {
    const reading = readEan13(text)
    if (!("ean13" in reading)) throw new TruestockError("invalid_isbn", reading.message)
    return reading.ean13
  })
  return [...new Set(eans)].sort()
}
