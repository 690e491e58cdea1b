import type { RunKind } from "../../../modules/distributor/runs/run"
import type { Source } from "./answers"

/** What an operator can ask of a source; single titles are looked up by a command. */
export const SOURCE_ACTIONS = ["discover", "import", "sync", "settle"] as const satisfies readonly RunKind[]

/** Why it cannot be asked now, as the key of a text; undefined = it can. Only discovery needs no stock location. */
export function blockedBy(
  kind: RunKind,
  { location_id }: Pick<Source, "location_id">,
  isDry: boolean
): "needsSetUp" | "notDry" | undefined {
  if (kind !== "discover" && location_id === null) return "needsSetUp"
  return kind === "settle" && isDry ? "notDry" : undefined
}
