import { createReadStream } from "node:fs"
import { Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { load } from "cheerio"
import { FeedError } from "../errors"
import type { Reject } from "../feed"
import { readEan13 } from "../identifiers"
import { fetchPage, NetworkFailure, OversizedPage } from "./fetch-page"
import { checkOrigin, checkSession } from "./options"
import { otherKind } from "./page-kind"

export type SavedSearchOptions = {
  /** Path or https address of the CSV; `{search}` in it stands for the name of the search. */
  from: string
  search?: string
  /** Headings of the columns, or their numbers from 1 where the file has no heading. */
  columns: { ean: string | number; title?: string | number }
  /** Default `,`. */
  delimiter?: string
  /** Cookie header, where the address needs one. */
  session?: string
  /** Default 60,000. */
  timeout_ms?: number
  /** Larger lists are not fetched. Default 50,000,000. */
  most_bytes?: number
  /** Default 500. */
  batch_titles?: number
}

export type ListedTitle = { ean13: string; title: string | null; row: number }
export type ListBatch = { titles: ListedTitle[]; rejects: Reject[] }

/**
 * The titles of a saved search, each once, as an operator's CSV lists them. A row without an ISBN is a Reject; a login
 * page or other HTML in its place, a file without the columns, or an empty one is a FeedError.
 */
export async function* readSavedSearch(
  options: SavedSearchOptions,
  signal?: AbortSignal
): AsyncGenerator<ListBatch, { rows: number; titles: number; rejected: number }> {
  const { columns, delimiter = ",", batch_titles = 500 } = options
  const byName = typeof columns.ean === "string"
  const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 100_000 }) // prettier-ignore
  const source = await open(options, signal)
  source.once("error", (error: Error) => parser.destroy(error)).pipe(parser)

  const seen = new Set<string>()
  const counts = { rows: 0, titles: 0, rejected: 0 }
  let places: { ean: number; title: number } | undefined
  let batch: ListBatch = { titles: [], rejects: [] }
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (signal?.aborted) throw new FeedError("aborted", "Reading the list was stopped on request.")
      if (!places) {
        refuseMarkup(record)
        places = placesOf(columns, byName ? record : null)
        if (byName) continue
      }
      counts.rows++
      const text = record[places.ean] ?? ""
      const reading = readEan13(text)
      if ("problem" in reading) {
        counts.rejected++
        const raw = record.join(delimiter).slice(0, 300)
        batch.rejects.push({
          row: info.lines,
          code: reading.problem,
          reason: reading.message,
          ean13: null,
          raw,
        })
      } else if (!seen.has(reading.ean13)) {
        seen.add(reading.ean13)
        counts.titles++
        batch.titles.push({ ean13: reading.ean13, title: record[places.title] || null, row: info.lines })
      }
      if (batch.titles.length + batch.rejects.length >= batch_titles) {
        yield batch
        batch = { titles: [], rejects: [] }
      }
    }
  } catch (error) {
    throw told(error, nameOf(options.from))
  } finally {
    source.destroy()
  }
  if (counts.rows === 0) throw new FeedError("empty", `The list ${nameOf(options.from)} has no rows.`)
  if (batch.titles.length + batch.rejects.length > 0) yield batch
  return counts
}

async function open(
  { from, search, session, ...limits }: SavedSearchOptions,
  signal?: AbortSignal
): Promise<Readable> {
  if (from.includes("{search}") && !search)
    throw new FeedError("invalid_options", `${nameOf(from)} needs a search.`)
  if (!/^https?:/i.test(from)) {
    // A name is a part of a file's name, and no way out of its folder.
    if (search && !/^[\p{L}\p{N}_ -][\p{L}\p{N}_ .-]*$/u.test(search)) {
      throw new FeedError("invalid_options", `"${search.slice(0, 60)}" cannot be part of a file's name.`)
    }
    return createReadStream(from.replaceAll("{search}", search ?? ""))
  }
  const url = checkOrigin(from.replaceAll("{search}", encodeURIComponent(search ?? "")))
  if (session !== undefined) checkSession(session, url)
  return Readable.from([await download(url, session, limits, signal)])
}

async function download(
  url: URL,
  session: string | undefined,
  { timeout_ms = 60_000, most_bytes = 50_000_000 }: Pick<SavedSearchOptions, "timeout_ms" | "most_bytes">,
  signal?: AbortSignal
): Promise<string> {
  const limit = AbortSignal.timeout(timeout_ms)
  const page = await fetchPage(
    { url, session, most_bytes },
    signal ? AbortSignal.any([signal, limit]) : limit
  ).catch((error: unknown) => {
    if (signal?.aborted) throw new FeedError("aborted", "Reading the list was stopped on request.")
    if (limit.aborted) throw new FeedError("timed_out", `${url.host} took longer than ${timeout_ms} ms.`)
    if (error instanceof NetworkFailure) throw new FeedError("unreachable", error.message)
    if (error instanceof OversizedPage)
      throw new FeedError("not_a_feed", `The list of ${url.host}: ${error.message}`)
    throw error
  })
  if (page.to_login || page.status === 401) throw refusal("login_required", url)
  if (page.status === 403 || page.status === 429) throw refusal("challenged", url)
  if (/^\s*</.test(page.body)) {
    const kind = otherKind(load(page.body.slice(0, 100_000)), page.body.slice(0, 100_000))
    if (kind === "login") throw refusal("login_required", url)
    if (kind === "challenge") throw refusal("challenged", url)
  }
  if (page.status === 404) throw new FeedError("not_found", `${url.host} has no such list.`)
  if (page.status !== 200) throw new FeedError("unreachable", `${url.host} answered ${page.status}.`)
  return page.body
}

function refusal(code: "login_required" | "challenged", { host }: URL): FeedError {
  return new FeedError(code, `${host} gave no list: a person has to open a session there.`)
}

function refuseMarkup(record: string[]) {
  if (record[0]?.startsWith("<"))
    throw new FeedError("not_a_feed", "The list is a page of markup, not a CSV.")
}

function placesOf({ ean, title }: SavedSearchOptions["columns"], heading: string[] | null) {
  const place = (column: string | number) => {
    if (typeof column === "number") return column - 1
    return heading?.findIndex((each) => each.toLowerCase() === column.trim().toLowerCase()) ?? -1
  }
  if (place(ean) < 0) {
    const has = heading ? `it has ${heading.join(", ").slice(0, 200)}` : "columns are counted from 1"
    throw new FeedError("invalid_options", `The list has no column ${JSON.stringify(ean)}: ${has}.`)
  }
  return { ean: place(ean), title: title === undefined ? -1 : place(title) }
}

/** An address without its query, which may hold a key. */
function nameOf(from: string): string {
  return from.split("?")[0]!
}

function told(error: unknown, from: string): unknown {
  if (error instanceof FeedError) return error
  if (error instanceof CsvError) {
    return new FeedError("not_a_feed", `The list is no CSV: ${error.message.slice(0, 200)}`)
  }
  if ((error as NodeJS.ErrnoException).code === "ENOENT") {
    return new FeedError("not_found", `There is no list ${from}.`)
  }
  return new FeedError("truncated", `The list ${from} could not be read to its end.`, { cause: error })
}
