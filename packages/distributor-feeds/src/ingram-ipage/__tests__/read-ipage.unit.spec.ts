import { inspect } from "node:util"
import { FeedError } from "../../errors"
import type { FeedBatch } from "../../feed"
import { gtinCheckDigit } from "../../identifiers"
import { type Behaviour, IpageDouble, type IpageDoubleOptions, type TitleOnPage } from "../../testing"
import { ipageCircuit, type IpageOptions, readIpage } from ".."

const SESSION = "JSESSIONID=not-for-any-log; other=1"
const titles = Array.from({ length: 24 }, (_, index): TitleOnPage => {
  const digits = `97800000${String(index).padStart(4, "0")}`
  const main = [{ state: "TN", on_hand: index * 100, on_order: 5 }]
  return { ean13: `${digits}${gtinCheckDigit(digits)}`, title: `Title ${index}`, main }
})
const eans = titles.map(({ ean13 }) => ean13)

const doubles: IpageDouble[] = []
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()))
})

async function site(options: IpageDoubleOptions = {}): Promise<IpageDouble> {
  const double = await IpageDouble.start({ titles, ...options })
  doubles.push(double)
  return double
}

async function read(double: IpageDouble, options: Partial<IpageOptions> = {}, signal?: AbortSignal) {
  const batches: FeedBatch[] = []
  let error: unknown
  const wanted = { baseUrl: double.url, eans, session: SESSION, delay_ms: 0, retry_delay_ms: 1, ...options }
  const feed = readIpage(wanted, signal)
  try {
    for (let next = await feed.next(); !next.done; next = await feed.next()) batches.push(next.value)
  } catch (each) {
    error = each
  }
  return {
    records: batches.flatMap(({ records }) => records),
    rejects: batches.flatMap(({ rejects }) => rejects),
    last: batches.at(-1)?.statistics,
    code: (error as FeedError | undefined)?.code,
    error,
  }
}

describe("reading titles", () => {
  it("asks for so many at a time as it was told, never more, and yields each once", async () => {
    const double = await site()
    double.hold_first = 4
    const { records, rejects, error, last } = await read(double, { concurrency: 4 })

    expect(error).toBeUndefined()
    expect(rejects).toEqual([])
    expect(records.map(({ ean13 }) => ean13).sort()).toEqual([...eans].sort())
    expect(records.find(({ ean13 }) => ean13 === eans[7])).toMatchObject({
      locations: [{ code: "TN", on_hand: 700, on_order: 5 }],
      provenance: { source: "ipage", row: 8, as_of: expect.stringMatching(/Z$/) },
    })
    expect(double.most_in_flight).toBe(4)
    expect(double.requests).toHaveLength(24)
    expect(last).toMatchObject({ rows: 24, matched: 24, rejected: 0 })
  })

  it("takes the list as it comes, and stops asking when nobody reads on", async () => {
    const double = await site()
    let left = false
    async function* list() {
      try {
        yield* eans
      } finally {
        left = true
      }
    }
    const feed = readIpage({
      baseUrl: double.url,
      eans: list(),
      session: SESSION,
      delay_ms: 0,
      batch_records: 1,
    })
    expect((await feed.next()).value).toMatchObject({ records: [{ title: { title: expect.any(String) } }] })
    await feed.return(undefined as never)
    expect(left).toBe(true)
    expect(double.requests.length).toBeLessThan(6)
  })

  it("rejects what is no ISBN without asking, and a title that the site does not have", async () => {
    const double = await site()
    const { records, rejects, error } = await read(double, {
      eans: ["9.78E+12", "9780804429573", "978-0-00-000000-2"],
    })
    expect(error).toBeUndefined()
    expect(rejects).toMatchObject([
      { row: 1, code: "spreadsheet_damage" },
      { row: 2, code: "not_found", reference: "9780804429573" },
    ])
    expect(records).toMatchObject([{ ean13: eans[0], provenance: { row: 3 } }])
    expect(double.requests).toHaveLength(2)
  })

  it("rejects a page that it cannot read and goes on, until there are too many in a row", async () => {
    const double = await site()
    double.behave = ({ ean13 }) => (ean13 === eans[3] ? "no_stock_table" : "title")
    expect(await read(double)).toMatchObject({
      error: undefined,
      rejects: [{ row: 4, code: "no_stock_table" }],
    })

    double.behave = ({ ean13 }) => (eans.indexOf(ean13!) >= 5 ? "changed_layout" : "title")
    const stopped = await read(double, { concurrency: 1, failures_in_a_row: 3 })
    expect(stopped).toMatchObject({ code: "layout_changed", records: { length: 5 }, rejects: { length: 3 } })
  })

  it.each<[Behaviour, string]>([
    ["other_title", "other_title"],
    ["server_error", "server_error"],
    ["oversized", "oversized"],
    ["gzip_bomb", "oversized"],
  ])("rejects one page that is %s", async (behaviour, code) => {
    const double = await site()
    double.behave = ({ number }) => (number === 1 ? behaviour : "title")
    const { records, rejects, error } = await read(double, { eans: eans.slice(0, 2), concurrency: 1 })
    expect(error).toBeUndefined()
    expect(rejects).toMatchObject([{ row: 1, code }])
    expect(records).toHaveLength(1)
  })
})

describe("a site that refuses", () => {
  it.each<[Behaviour, string]>([
    ["login_form", "login_required"],
    ["login_redirect", "login_required"],
    ["session_expired", "login_required"],
    ["challenge", "challenged"],
    ["interruption", "challenged"],
    ["blocked", "challenged"],
    ["too_many", "challenged"],
    ["elsewhere", "refused"],
    ["redirects", "refused"],
  ])("is left alone at the first %s; what was read before is yielded", async (behaviour, code) => {
    const double = await site()
    double.behave = ({ ean13, number }) => (ean13 === eans[6] || (number > 7 && !ean13) ? behaviour : "title")
    const { records, error } = await read(double, { concurrency: 1, retries: 3 })

    expect(error).toMatchObject({ name: "FeedError", code })
    expect(records.map(({ ean13 }) => ean13)).toEqual(eans.slice(0, 6))
    expect(double.requests.filter(({ ean13 }) => ean13)).toHaveLength(7)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("not-for-any-log")
  })

  it("is asked for nothing more by those who were at it at the same time", async () => {
    const double = await site()
    double.behave = ({ number }) => (number === 1 ? "too_many" : "hang")
    double.hold_first = 4
    expect((await read(double, { concurrency: 4 })).code).toBe("challenged")
    expect(double.requests).toHaveLength(4)
  })

  it("is not asked by a later run that shares the circuit, until its time has passed", async () => {
    const double = await site({ session: SESSION })
    const circuit = ipageCircuit()
    double.expireSession()
    expect((await read(double, { circuit, concurrency: 1 })).code).toBe("login_required")
    const asked = double.requests.length

    expect((await read(double, { circuit, concurrency: 1 })).code).toBe("circuit_open")
    expect(double.requests).toHaveLength(asked)

    const past = ipageCircuit({ open_ms: 0 })
    expect((await read(double, { circuit: past, concurrency: 1 })).code).toBe("login_required")
    expect((await read(double, { circuit: past, concurrency: 1 })).code).toBe("login_required")
    expect(double.requests).toHaveLength(asked + 2)
  })
})

describe("a network that fails", () => {
  it("is tried again, and the title is read", async () => {
    const double = await site()
    double.behave = ({ number }) => (number <= 2 ? "reset" : "title")
    expect(await read(double, { eans: [eans[0]!], retries: 2 })).toMatchObject({
      error: undefined,
      records: { length: 1 },
    })
    expect(double.requests).toHaveLength(3)
  })

  it("makes rejects of titles, and ends the run after too many", async () => {
    const double = await site()
    double.behave = () => "reset"
    const { code, rejects } = await read(double, { retries: 1, failures_in_a_row: 2, concurrency: 1 })
    expect(code).toBe("unreachable")
    expect(rejects).toMatchObject([{ code: "unreachable" }, { code: "unreachable" }])
    expect(double.requests).toHaveLength(4)
  })

  it("gives a page that never comes so long as it was told", async () => {
    const double = await site()
    double.behave = ({ ean13 }) => (ean13 === eans[0] ? "hang" : "title")
    const { rejects, records, error } = await read(double, {
      eans: eans.slice(0, 3),
      page_timeout_ms: 100,
      retries: 0,
    })
    expect(error).toBeUndefined()
    expect(rejects).toMatchObject([{ row: 1, code: "timed_out", reason: expect.stringContaining("100 ms") }])
    expect(records).toHaveLength(2)
  })

  it("is left when somebody says stop", async () => {
    const double = await site()
    const stop = new AbortController()
    double.behave = ({ number }) => {
      if (number === 3) stop.abort()
      return number < 3 ? "title" : "hang"
    }
    const { code, records } = await read(double, { concurrency: 1 }, stop.signal)
    expect(code).toBe("aborted")
    expect(records).toHaveLength(2)
  })
})

describe("options", () => {
  it.each<[string, Partial<IpageOptions>]>([
    ["more than eight at a time", { concurrency: 9 }],
    ["none at a time", { concurrency: 0 }],
    ["half a retry", { retries: 0.5 }],
    ["a plain address elsewhere", { baseUrl: "http://ipage.example.com" }],
    ["an address with a user", { baseUrl: "https://user:secret@ipage.example.com" }],
    ["no address", { baseUrl: "ipage" }],
    ["no session", { session: "" }],
    ["a session that would break out of its header", { session: "a=not-for-any-log\r\nHost: x" }],
  ])("are refused with %s, before anything is asked", async (_, options) => {
    const double = await site()
    const { code, error } = await read(double, options)
    expect(code).toBe("invalid_options")
    expect(inspect(error)).not.toMatch(/not-for-any-log|secret/)
    expect(double.requests).toEqual([])
  })
})
