import fc from "fast-check"
import { versionComment, versionOf } from "../trigger-set"

const feed = { name: "feed", version: 12 }

describe("The version of a trigger set", () => {
  it("is read back from the comment that was written", () => {
    expect(versionComment(feed)).toBe("truestock feed v12")
    fc.assert(
      fc.property(fc.nat(), (version) => {
        expect(versionOf(feed, versionComment({ ...feed, version }))).toBe(version)
      })
    )
  })

  it.each([
    null,
    "",
    "truestock guard v3",
    "truestock feed",
    "truestock feed v",
    "truestock feed v-3",
    "truestock feed v3 (patched)",
    "not truestock feed v3",
    "Sends an e-mail. truestock feed v3",
  ])("is 0 in the comment %j, which is not one of its own", (comment) => {
    expect(versionOf(feed, comment)).toBe(0)
  })

  it("is 0 in any comment of somebody else", () => {
    fc.assert(
      fc.property(fc.string(), (comment) => {
        fc.pre(!comment.startsWith("truestock feed v"))
        expect(versionOf(feed, comment)).toBe(0)
      })
    )
  })
})
