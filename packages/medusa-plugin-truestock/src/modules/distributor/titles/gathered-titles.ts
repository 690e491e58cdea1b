import type { Provenance, Reject } from "truestock-distributor-feeds"
import type { FoundTitle } from "./sql/put-titles"

type Gathered = { file: string; row: number; title: FoundTitle; contradicts: boolean }

/** What files say of some titles, read one after the other: of a title the last file that names it counts. */
export class GatheredTitles {
  private readonly titles = new Map<string, Gathered>()

  add({ file, row }: Pick<Provenance, "file" | "row">, title: FoundTitle): void {
    const before = this.titles.get(title.ean13)
    const contradicts = before?.file === file && (before.contradicts || before.title.digest !== title.digest)
    this.titles.set(title.ean13, { file, row, title, contradicts })
  }

  /** Rows that a reader refuses because their title stands there already, with other figures. */
  noteRejects(rejects: Reject[]): void {
    for (const { ean13, code } of rejects) {
      const before = code === "duplicate_ean" && ean13 ? this.titles.get(ean13) : undefined
      if (before) before.contradicts = true
    }
  }

  /** Takes out the titles that a file names twice with different figures: nobody knows which are right. */
  contradictions(): Reject[] {
    const reason = "The title is named twice with different figures: it was left as it is."
    return [...this.titles].flatMap(([ean13, { row, contradicts }]) => {
      if (!contradicts) return []
      this.titles.delete(ean13)
      return [{ row, code: "contradicting_rows", reason: `${ean13}: ${reason}`, ean13, raw: "" }]
    })
  }

  /** What has been gathered so far, by EAN; nothing of it is left. */
  take(): FoundTitle[] {
    const titles = [...this.titles.values()].map(({ title }) => title)
    this.titles.clear()
    return titles.sort((a, b) => (a.ean13 < b.ean13 ? -1 : 1))
  }
}
