import { chooseSource, chooseTarget } from "../choose-target"

const ingram = { id: "ingram", searches: ["frontlist", "both"] }
const gardners = { id: "gardners", searches: ["backlist", "both"] }
const two = [ingram, gardners]

describe("which distributor and titles words stand for", () => {
  it("is the only distributor there is, with its default target, where nothing is said", () => {
    expect(chooseTarget([ingram], [])).toEqual({ source_id: "ingram", target: null })
  })

  it.each([
    [["gardners"], { source_id: "gardners", target: null }],
    [["gardners", "all"], { source_id: "gardners", target: "all" }],
    [["gardners", "1", "2"], { source_id: "gardners", target: ["1", "2"] }],
    [["backlist"], { source_id: "gardners", target: "backlist" }],
  ])("of several understands %j", (words, chosen) => {
    expect(chooseTarget(two, words)).toEqual(chosen)
  })

  it("takes a source that is named beside the words, and then no word for one", () => {
    expect(chooseTarget(two, ["both"], "ingram")).toEqual({ source_id: "ingram", target: "both" })
    expect(chooseTarget(two, ["gardners"], "ingram")).toEqual({ source_id: "ingram", target: "gardners" })
  })

  it.each([[[]], [["1"]], [["both"]]])("does not guess whose %j is", (words) => {
    expect(() => chooseTarget(two, words)).toThrow(/^There are several distributors \(ingram, gardners\)/)
  })

  it("names what is not there", () => {
    expect(() => chooseSource(two, "baker")).toThrow(
      'no distributor "baker" in the plugin\'s options (ingram, gardners)'
    )
    expect(() => chooseSource([], undefined)).toThrow("No distributor is configured")
  })
})
