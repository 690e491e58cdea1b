import type { Tracked } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { pageOfTracked, type TrackedTitle } from "./sql/read-tracked"

const PAGE = 10_000
const REJECTED = "rejected"

type Known = Omit<TrackedTitle, "ean13"> & { seen: string | null }

/** The titles that a run is about, while it reads its feed: what is known of each, and whether it has come by. */
export class TrackedTitles implements Tracked {
  private readonly titles = new Map<string, Known>()

  static async read(
    connection: Connection,
    source_id: string,
    eans: string[] | null
  ): Promise<TrackedTitles> {
    const tracked = new TrackedTitles()
    let after: string | undefined = ""
    while (after !== undefined) {
      const page = await pageOfTracked(connection, { source_id, eans, after, limit: PAGE })
      for (const { ean13, ...known } of page) tracked.titles.set(ean13, { ...known, seen: null })
      after = page.at(-1)?.ean13
    }
    return tracked
  }

  get size(): number {
    return this.titles.size
  }

  get eans(): string[] {
    return [...this.titles.keys()]
  }

  has(ean13: string): boolean {
    return this.titles.has(ean13)
  }

  /** Notes that a title came by; what it was known as, and whether it said something else before. */
  see(ean13: string, digest: string): { known: Known; is_first: boolean; contradicts: boolean } | null {
    const known = this.titles.get(ean13)
    if (!known) return null
    const is_first = known.seen === null || known.seen === REJECTED
    const contradicts = !is_first && known.seen !== digest
    if (is_first) known.seen = digest
    return { known, is_first, contradicts }
  }

  /** It came by, unreadable: it is not missing, and nothing is known of it anew. */
  noteRejected(ean13: string): void {
    const known = this.titles.get(ean13)
    if (known) known.seen ??= REJECTED
  }

  seen(): string[] {
    return [...this.titles]
      .filter(([, { seen }]) => seen !== null && seen !== REJECTED)
      .map(([ean13]) => ean13)
  }

  missing(): string[] {
    return [...this.titles].filter(([, { seen }]) => seen === null).map(([ean13]) => ean13)
  }
}
