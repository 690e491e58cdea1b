import type { RunKind } from "../../../modules/distributor/runs/run"
import type { Source } from "./answers"

/** What an operator can ask of a source; single titles are looked up by a command. */
export const SOURCE_ACTIONS = ["discover", "import", "sync", "settle"] as const satisfies readonly RunKind[]

type Asked = Pick<Source, "location_id"> & Partial<Pick<Source, "feed" | "default_target">>

/**
 * Why it cannot be asked now, as the key of a text; undefined = it can. Only discovery needs no stock location, and what is
 * looked up title by title can only be discovered from a saved search.
 */
export function blockedBy(
  kind: RunKind,
  { location_id, feed, default_target }: Asked,
  isDry: boolean,
  search?: string
): "needsSetUp" | "notDry" | "needsSearch" | undefined {
  const isAll = search === undefined && default_target === "all"
  if (kind === "discover" && feed === "ingram_ipage" && isAll) return "needsSearch"
  if (kind !== "discover" && location_id === null) return "needsSetUp"
  return kind === "settle" && isDry ? "notDry" : undefined
}
