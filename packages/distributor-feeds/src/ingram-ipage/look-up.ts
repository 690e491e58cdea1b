import { FeedError } from "../errors"
import type { Reject } from "../feed"
import { readEan13 } from "../identifiers"
import type { StockRecord } from "../record"
import { type FetchedPage, OversizedPage } from "./fetch-page"
import type { CheckedOptions } from "./options"
import type { PageAsker } from "./page-asker"
import { parseTitlePage, type TitlePage } from "./title-page"

/** What became of one title. `unreadable`: the site was at fault, which must not go on for long. */
export type Answer = {
  record?: StockRecord
  reject?: Reject
  unreadable?: "layout_changed" | "unreachable" | "timed_out"
  bytes: number
  unknown?: Record<string, string>
}

const TITLE_PATH = "/ipage/servlet/ibg.common.titledetail.pd1000"

/** Asks for the page of one title. Throws FeedError where the whole run is to end. */
export async function lookUp(
  text: string,
  row: number,
  options: CheckedOptions,
  asker: PageAsker
): Promise<Answer> {
  let page: FetchedPage | undefined
  const reading = readEan13(text)
  if ("problem" in reading) return rejected(reading.problem, reading.message, String(text))
  const { ean13 } = reading
  const url = new URL(`${TITLE_PATH}?ean_id=${ean13}`, options.baseUrl)

  try {
    const parsed = await asker.ask(url, (fetched) => {
      page = fetched
      return judged(fetched, url, ean13, { source: options.source, file: url.pathname + url.search, row })
    })
    if (parsed.kind === "ok") return { record: parsed.record, bytes: page!.bytes, unknown: parsed.unknown }
    if (parsed.kind === "layout_changed") {
      return { ...rejected(parsed.code, parsed.reason, page!.body), unreadable: "layout_changed" }
    }
    if (parsed.kind === "server_error") {
      const reason = `${url.host} answered ${page!.status}.`
      return { ...rejected("server_error", reason, page!.body), unreadable: "unreachable" }
    }
    return rejected("not_found", `${url.host} has no title ${ean13}.`, ean13)
  } catch (error) {
    if (error instanceof OversizedPage) {
      return { ...rejected("oversized", error.message, ean13), unreadable: "layout_changed" }
    }
    if (error instanceof FeedError && (error.code === "timed_out" || error.code === "unreachable")) {
      return { ...rejected(error.code, error.message, ean13), unreadable: error.code }
    }
    throw error
  }

  function rejected(code: string, reason: string, raw: string): Answer {
    const reading = readEan13(text)
    const known = "ean13" in reading ? reading.ean13 : null
    const reject = { row, code, reason, ean13: known, raw: raw.slice(0, 300), reference: text.slice(0, 40) }
    return { reject, bytes: page?.bytes ?? 0 }
  }
}

type Judged =
  Exclude<TitlePage, { kind: "login" | "challenge" | "not_found" }> | { kind: "not_found" | "server_error" }

/** Throws where the site refuses; within the circuit, which that opens. */
function judged(
  page: FetchedPage,
  url: URL,
  ean13: string,
  from: { source: string; file: string; row: number }
): Judged {
  if (page.to_login || page.status === 401) throw loginRequired(url)
  if (page.status === 403 || page.status === 429) throw challenged(url, `answered ${page.status}`)

  const parsed = parseTitlePage(page.body, ean13, { ...from, as_of: new Date().toISOString() })
  if (parsed.kind === "login") throw loginRequired(url)
  if (parsed.kind === "challenge") throw challenged(url, "asked whether a person is there")
  if (page.status >= 500) return { kind: "server_error" }
  if (page.status !== 200 && parsed.kind === "ok") {
    return {
      kind: "layout_changed",
      code: "layout_changed",
      reason: `A title page with status ${page.status}.`,
    }
  }
  return parsed as Judged
}

function loginRequired({ host }: URL): FeedError {
  return new FeedError("login_required", `${host} asks for a login: open a session there and pass it on.`)
}

function challenged({ host }: URL, what: string): FeedError {
  return new FeedError(
    "challenged",
    `${host} ${what}. The run was stopped; let a person look before the next.`
  )
}
