import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reject } from "truestock-distributor-feeds"
import type { Run } from "../runs/run"
import { pageOfTracked } from "../sync/sql/read-tracked"
import { readSearch } from "./read-search"
import type { SourceOptions } from "./source-options"

type Aiming = { connection: Knex; source: SourceOptions; signal?: AbortSignal }

/**
 * Names the titles that a run is about in its target: those of its saved search as that is now, and of a sync no more
 * than its limit. Without titles it is about all that there are.
 *
 * @returns lines of the search's list that name no title
 *
 * @throws FeedError, unknown_search
 */
export async function aimRun(run: Run, { connection, source, signal }: Aiming): Promise<Reject[]> {
  const { search, limit } = run.target
  const list = search === undefined ? null : await readSearch(source, search, signal)
  const eans = list?.eans ?? run.target.eans
  const named =
    run.kind === "sync" && limit !== undefined
      ? await firstTracked(connection, { source_id: source.id, eans: eans ?? null, limit })
      : eans
  run.target = { ...run.target, ...(named && { eans: named }) }
  return list?.rejects ?? []
}

async function firstTracked(
  connection: Knex,
  question: { source_id: string; eans: string[] | null; limit: number }
): Promise<string[]> {
  const titles = await pageOfTracked(connection, { ...question, after: "" })
  return titles.map(({ ean13 }) => ean13)
}
