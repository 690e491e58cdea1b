import { sourceSchema } from "../../sources/source-options"
import { parseRun, type RunInput } from "../run-input"

const source = sourceSchema.parse({
  id: "ipage",
  feed: { kind: "ingram_ipage", searches: { fiction: { from: "/lists/fiction.csv" } } },
  default_target: "fiction",
})
const parse = (asked: Partial<RunInput>, of = source) =>
  parseRun({ source_id: "ipage", kind: "sync", ...asked }, of)
const codeOf = (asked: Partial<RunInput>) => {
  try {
    return parse(asked)
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe("A run is asked for", () => {
  it("of the default target, of all, of a saved search, or of ISBNs in any form", () => {
    expect(parse({}).target).toEqual({ search: "fiction" })
    expect(parse({ target: "all" }).target).toEqual({})
    expect(parse({ target: "fiction", limit: 20 }).target).toEqual({ search: "fiction", limit: 20 })
    expect(parse({ target: "0-8044-2957-X" }).target).toEqual({ eans: ["9780804429573"] })
    expect(parse({ target: ["978-0-8044-2957-3", "080442957X"] }).target).toEqual({ eans: ["9780804429573"] })
  })

  it("as it is when nothing is said: in earnest, and under its guards", () => {
    expect(parse({ target: "all" })).toEqual({
      ...{ kind: "sync", target: {} },
      is_dry_run: false,
      override_reason: null,
    })
  })

  it.each<[string, Partial<RunInput>]>([
    ["invalid_limit", { limit: 0 }],
    ["invalid_limit", { limit: 1.5 }],
    ["invalid_limit", { limit: Number.NaN }],
    ["target_required", { kind: "discover", target: "all" }],
    ["target_required", { kind: "discover", target: [] }],
    ["target_required", { kind: "enrich", target: "all" }],
    ["unknown_search", { target: "poetry" }],
    ["unknown_search", { target: "constructor" }],
    ["unknown_search", { target: "9780804429574" }],
    ["invalid_isbn", { target: ["9.78E+12"] }],
    ["invalid_isbn", { target: ["9780804429573", ""] }],
    ["invalid_isbn", { target: Array(10_001).fill("9780804429573") as string[] }],
  ])("and refused as %s", (code, asked) => {
    expect(codeOf(asked)).toBe(code)
  })

  it("of all only where there is a list of all, and of no title to be enriched that nobody named", () => {
    expect(parse({ kind: "discover" }).target).toEqual({ search: "fiction" })
    expect(parse({ kind: "import", target: "all" }).target).toEqual({})
    const all = { ...source, default_target: "all" }
    expect(() => parse({ kind: "discover" }, all)).toThrow(
      "Distributor ipage is looked up title by title, and has no list of all: name a saved search (fiction) or ISBNs."
    )
    const csv = {
      kind: "csv",
      transport: { kind: "file", directory: "/feeds" },
      columns: { identifier: "EAN" },
    }
    const files = sourceSchema.parse({ id: "gardners", feed: csv })
    expect(parse({ kind: "discover" }, files).target).toEqual({})
    expect(() => parse({ kind: "discover", target: [] }, files)).toThrow("No title is named to discover")
    expect(() => parse({ kind: "enrich" }, files)).toThrow(
      "No title is named to enrich of gardners: name ISBNs."
    )
  })

  it("to change products only by fields that there are, and only of an import", () => {
    const asked = { kind: "import" as const, target: "all" }
    expect(parse({ ...asked, update_fields: ["price", "title", "price"] }).target).toEqual({
      update: ["price", "title"],
    })
    expect(parse({ ...asked, update_fields: [] }).target).toEqual({ update: [] })
    expect(parse(asked).target).toEqual({})
    expect(() => parse({ ...asked, update_fields: ["status"] })).toThrow(
      'update has the field "status"; use some of title, subtitle, description, price, brand, publication_date, metadata.'
    )
    expect(codeOf({ ...asked, update_fields: [""] })).toBe("invalid_parameter")
    expect(codeOf({ kind: "sync", update_fields: ["price"] })).toBe("invalid_parameter")
    expect(() => sourceSchema.parse({ ...source, update_existing: ["status"] })).toThrow()
  })

  it("of ten thousand ISBNs at most", () => {
    const most = Array(10_000).fill("9780804429573") as string[]
    expect(parse({ target: most }).target).toEqual({ eans: ["9780804429573"] })
  })
})
