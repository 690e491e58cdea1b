import { isOlder } from "../../rules/is-older"
import { GatheredTitles } from "../gathered-titles"
import type { FoundTitle } from "../sql/put-titles"

const found = (ean13: string, digest: string) => ({ ean13, digest }) as FoundTitle
const at = (file: string, row: number) => ({ file, row })
const reject = (ean13: string | null, code: string) => ({ row: 3, code, reason: "", ean13, raw: "" })

describe("Of titles that several files name", () => {
  it("the last file counts, in the order of the titles", () => {
    const gathered = new GatheredTitles()
    gathered.add(at("full", 1), found("b", "old"))
    gathered.add(at("full", 2), found("a", "same"))
    gathered.add(at("delta", 1), found("b", "new"))
    expect(gathered.contradictions()).toEqual([])
    expect(gathered.take()).toEqual([found("a", "same"), found("b", "new")])
    expect(gathered.take()).toEqual([])
  })

  it("those that one file names twice with different figures are told, unless a later one settles it", () => {
    const gathered = new GatheredTitles()
    for (const ean13 of ["a", "b", "c", "d"]) gathered.add(at("full", 1), found(ean13, "one"))
    gathered.add(at("full", 7), found("a", "another"))
    gathered.add(at("full", 8), found("a", "one"))
    gathered.add(at("full", 9), found("b", "one"))
    gathered.noteRejects([
      reject("c", "duplicate_ean"),
      reject("d", "bad_length"),
      reject(null, "bad_length"),
    ])
    gathered.add(at("delta", 1), found("c", "clear"))
    expect(gathered.contradictions()).toMatchObject([{ ean13: "a", code: "contradicting_rows", row: 8 }])
    expect(gathered.take().map(({ ean13, digest }) => [ean13, digest])).toEqual([
      ["b", "one"],
      ["c", "clear"],
      ["d", "one"],
    ])
  })
})

describe("Figures take the place of others", () => {
  const noon = "2026-11-22T12:00:00.000Z"

  it.each([
    [noon, null, false],
    [null, null, false],
    [noon, noon, false],
    [noon, "2026-11-22T12:00:00+00:00", false],
    [noon, "2026-11-22T11:59:59.999+00:00", false],
    [noon, "2026-11-22T12:00:00.001+00:00", true],
    [null, noon, true],
  ])("of %s in place of %s: older is %s", (as_of, known, older) => {
    expect(isOlder(as_of, known)).toBe(older)
  })
})
