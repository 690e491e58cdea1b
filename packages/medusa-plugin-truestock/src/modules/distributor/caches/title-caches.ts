import { setTimeout as pause } from "node:timers/promises"
import type { ICachingModuleService } from "@medusajs/framework/types"
import { messageOf } from "../../../background/chore"
import type { Connection } from "../../../database/connection"
import type { Run } from "../runs/run"
import { noteRun } from "../runs/sql/note-run"
import { inPages } from "../sync/in-pages"
import { type Entity, entitiesOfTitles } from "./sql/entities-of-titles"
import { pageOfApplied } from "./sql/page-of-applied"

const TRIES = 3
const PAGE = 1_000
/** Of one request to the cache. */
const MOST_ENTITIES = 500

export type Caching = Pick<ICachingModuleService, "computeTags" | "clear">

/**
 * What Medusa's Caching Module may hold of the titles of a run. Core clears it by the events of its services, and our SQL
 * sends none. Asked after a commit, never before: a reader in between would cache what was. Without the module nothing
 * happens.
 */
export class TitleCaches {
  constructor(
    private readonly connection: Connection,
    private readonly run: Pick<Run, "id" | "source_id">,
    private readonly caching: () => Caching | undefined
  ) {}

  /**
   * Clears what was cached of these titles. The stock is true without it: where the cache cannot be reached, the run goes
   * on and says so.
   */
  async clear(eans: string[]): Promise<void> {
    const caching = this.caching()
    if (!caching) return
    const entities = await entitiesOfTitles(this.connection, this.run.source_id, eans)
    try {
      for (const page of inPages(entities, MOST_ENTITIES)) await again(() => clearEntities(caching, page))
    } catch (error) {
      await noteRun(
        this.connection,
        this.run.id,
        `Medusa's cache could not be cleared (${messageOf(error)}): what it holds of changed titles is shown until it expires.`
      )
    }
  }

  /** The same for all that the run has applied: its process may have died between a commit and its clearing. */
  async clearApplied(): Promise<void> {
    if (!this.caching()) return
    let after: string | undefined = ""
    while (after !== undefined) {
      const page: string[] = await pageOfApplied(this.connection, { run_id: this.run.id, after, limit: PAGE })
      await this.clear(page)
      after = page.at(-1)
    }
  }
}

/** By the tags that the module itself gives to what it caches. An entry that is to outlive changes does so here, too. */
async function clearEntities(caching: Caching, entities: Entity[]): Promise<void> {
  const tags = await caching.computeTags({}, { entities, operation: "updated" })
  await caching.clear({ tags, options: { autoInvalidate: true } })
}

async function again(work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (tried >= TRIES) throw error
      await pause(100 * 2 ** tried)
    }
  }
}
