import { FeedError } from "../errors"
import type { IpageCircuit } from "./circuit"

export type IpageOptions = {
  /** Origin of the site, such as `https://ipage.example.com`; plain http on this machine alone, for tests. */
  baseUrl: string
  /** Titles to look up, as ISBN or EAN; what is neither becomes a Reject without being asked for. */
  eans: Iterable<string> | AsyncIterable<string>
  /** Cookie header of a session that a person has opened. Sent to `baseUrl` alone, kept nowhere. */
  session: string
  /** Pages asked for at the same time, 1 to 8. Default 2. */
  concurrency?: number
  /** Longest that a page may take, to its last byte. Default 20,000. */
  page_timeout_ms?: number
  /** Shortest time between two requests, whoever makes them. Default 250. */
  delay_ms?: number
  /** How often a page is asked for again after a network error, with growing pauses. Never after an answer. Default 2. */
  retries?: number
  /** First of these pauses, drawn by lot around it. Default 500. */
  retry_delay_ms?: number
  /** Larger pages are not read. Default 5,000,000, after decompression. */
  page_bytes?: number
  /** So many pages in a row that could not be read end the run. Default 10. */
  failures_in_a_row?: number
  /** Records and rejects per batch. Default 10. */
  batch_records?: number
  /** Id of the source, for provenance. Default `ipage`. */
  source?: string
  /** Shared by runs that are to leave the site alone after one of them was refused. Default: one of this run's own. */
  circuit?: IpageCircuit
}

export type CheckedOptions = Required<Omit<IpageOptions, "circuit">> & { circuit?: IpageCircuit }

const DEFAULTS = {
  concurrency: 2,
  page_timeout_ms: 20_000,
  delay_ms: 250,
  retries: 2,
  retry_delay_ms: 500,
  page_bytes: 5_000_000,
  failures_in_a_row: 10,
  batch_records: 10,
  source: "ipage",
}

const RANGES: [keyof typeof DEFAULTS, number, number][] = [
  ["concurrency", 1, 8],
  ["page_timeout_ms", 1, 600_000],
  ["delay_ms", 0, 600_000],
  ["retries", 0, 10],
  ["retry_delay_ms", 1, 600_000],
  ["page_bytes", 1, 50_000_000],
  ["failures_in_a_row", 1, 1_000],
  ["batch_records", 1, 10_000],
]

/** Fills in defaults; FeedError `invalid_options` names the option that is wrong, and never the session's text. */
export function checkedOptions(options: IpageOptions): CheckedOptions {
  const checked = { ...options }
  for (const key of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    Object.assign(checked, { [key]: options[key] ?? DEFAULTS[key] })
  }
  const complete = checked as CheckedOptions
  for (const [name, least, most] of RANGES) {
    const value = complete[name]
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      throw wrong(`${name} is ${String(value)}; a whole number from ${least} to ${most} is expected.`)
    }
  }
  checkSession(complete.session, checkOrigin(complete.baseUrl))
  return complete
}

/** The address as a URL; refuses one over which a session would be readable on its way. */
export function checkOrigin(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isLocal = url && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)
  if (!url || url.username || !(url.protocol === "https:" || (url.protocol === "http:" && isLocal))) {
    throw wrong("The address of the site is to be https, without a user in it.")
  }
  return url
}

/** A cookie header is printable and holds `name=value`; anything else could end up in an error of the HTTP client. */
export function checkSession(session: string, url: URL) {
  if (typeof session !== "string" || session.length > 16_384 || !/^[^\s=;,]+=[\x20-\x7e]*$/.test(session)) {
    throw wrong(`The session for ${url.host} is no cookie header ("name=value; name=value").`)
  }
}

function wrong(message: string): FeedError {
  return new FeedError("invalid_options", message)
}
