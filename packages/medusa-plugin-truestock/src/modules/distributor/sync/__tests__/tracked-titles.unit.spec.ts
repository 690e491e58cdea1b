import type { Connection } from "../../../../database/connection"
import { TrackedTitles } from "../tracked-titles"

const [a, b, c] = ["9780000000002", "9780000000019", "9780000000026"] as const

/** Three titles, as one page of the database. */
async function threeTitles(): Promise<TrackedTitles> {
  const pages = [[a, b, c].map((ean13) => ({ ean13, digest: "old", on_hand: 1, is_missing: false })), []]
  const connection = { raw: async () => ({ rows: pages.shift() }) } as unknown as Connection
  return TrackedTitles.read(connection, "ingram", null)
}

describe("Titles that a run is about", () => {
  it("are seen once, and contradicted by a second row that says something else", async () => {
    const tracked = await threeTitles()
    expect(tracked.see(a, "new")).toMatchObject({
      is_first: true,
      contradicts: false,
      known: { digest: "old" },
    })
    expect(tracked.see(a, "new")).toMatchObject({ is_first: false, contradicts: false })
    expect(tracked.see(a, "other")).toMatchObject({ is_first: false, contradicts: true })
    expect(tracked.see("9999999999994", "new")).toBeNull()
    expect(tracked.seen()).toEqual([a])
    expect(tracked.missing()).toEqual([b, c])
  })

  it("are neither seen nor missing where their row could not be read", async () => {
    const tracked = await threeTitles()
    tracked.noteRejected(b)
    tracked.noteRejected("9999999999994")
    expect(tracked.seen()).toEqual([])
    expect(tracked.missing()).toEqual([a, c])
    // A row that can be read counts, whichever comes first.
    expect(tracked.see(b, "new")).toMatchObject({ is_first: true, contradicts: false })
    tracked.noteRejected(b)
    expect(tracked.seen()).toEqual([b])
  })
})
