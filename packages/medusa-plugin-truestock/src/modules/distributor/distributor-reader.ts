import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { quoted, TruestockError } from "../../errors"
import type { TruestockOptions } from "../../options"
import { followingSync } from "./runs/sql/following-sync"
import { listRuns, readRun, type RunQuestion } from "./runs/sql/read-runs"
import type { Run } from "./runs/run"
import type { SourceOptions } from "./sources/source-options"
import { readSourceState, type SourceState } from "./sources/sql/source-state"
import { listRejects, type RejectQuestion } from "./sync/sql/note-rejects"
import { listStaged, type StagedQuestion } from "./sync/sql/list-staged"
import { listTitles, type TitleQuestion } from "./titles/sql/list-titles"

/** A configured source without its credentials, and how it stands. */
export type Source = SourceState & {
  name: string
  feed: SourceOptions["feed"]["kind"]
  searches: string[]
  /** What a discovery or a sync takes when nothing is named: `all`, or a saved search. */
  default_target: string
  limit_seconds: number
  grace_seconds: number
  sync_every_seconds: number | null
}

/** What can be asked of the distributor module; changes nothing. */
export class DistributorReader {
  constructor(
    protected readonly connection: Knex,
    protected readonly options: TruestockOptions
  ) {}

  /** @throws source_not_found */
  sourceOf(id: string): SourceOptions {
    const source = this.options.distributors.find((each) => each.id === id)
    if (source) return source
    const known = this.options.distributors.map((each) => each.id).join(", ") || "none"
    throw new TruestockError(
      "source_not_found",
      `There is no distributor ${quoted(id)} in the plugin's options (${known}).`
    )
  }

  async listSources(): Promise<Source[]> {
    return Promise.all(
      this.options.distributors.map(async (source) => ({
        ...(await readSourceState(this.connection, source.id)),
        name: source.name ?? source.location.name,
        feed: source.feed.kind,
        searches: source.feed.kind === "ingram_ipage" ? Object.keys(source.feed.searches) : [],
        default_target: source.default_target,
        limit_seconds: source.limit_seconds,
        grace_seconds: source.grace_seconds,
        sync_every_seconds: source.sync_every_seconds,
      }))
    )
  }

  /** @throws run_not_found */
  async retrieveRun(id: string): Promise<Run> {
    const run = await readRun(this.connection, id)
    if (!run) throw new TruestockError("run_not_found", `There is no run ${quoted(id)}.`)
    return run
  }

  async listRuns(question: Partial<RunQuestion> = {}): Promise<{ runs: Run[]; count: number }> {
    const nothing = { source_id: null, kind: null, status: null, limit: 20, offset: 0 }
    return listRuns(this.connection, { ...nothing, ...question })
  }

  /** The sync that goes on where a sync has ended, with the next file of the source. */
  async retrieveFollowingSync(run_id: string): Promise<Run | null> {
    const id = await followingSync(this.connection, run_id)
    return id === null ? null : this.retrieveRun(id)
  }

  /** What a run would change, or has. */
  async listChanges(question: StagedQuestion) {
    return listStaged(this.connection, question)
  }

  async listRejects(question: RejectQuestion) {
    return listRejects(this.connection, question)
  }

  /** The catalogue queue. */
  async listTitles(question: Pick<TitleQuestion, "source_id"> & Partial<TitleQuestion>) {
    const nothing = {
      sync_status: null,
      product_id: null,
      ean13: null,
      q: null,
      is_flagged: null,
      is_missing: null,
    }
    return listTitles(this.connection, { ...nothing, limit: 50, offset: 0, ...question })
  }
}
