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
    ["unknown_search", { target: "poetry" }],
    ["unknown_search", { target: "constructor" }],
    ["unknown_search", { target: "9780804429574" }],
    ["invalid_isbn", { target: ["9.78E+12"] }],
    ["invalid_isbn", { target: ["9780804429573", ""] }],
    ["invalid_isbn", { target: Array(10_001).fill("9780804429573") as string[] }],
  ])("and refused as %s", (code, asked) => {
    expect(codeOf(asked)).toBe(code)
  })

  it("of ten thousand ISBNs at most", () => {
    const most = Array(10_000).fill("9780804429573") as string[]
    expect(parse({ target: most }).target).toEqual({ eans: ["9780804429573"] })
  })
})
