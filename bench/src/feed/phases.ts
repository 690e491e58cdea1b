import { setTimeout as pause } from "node:timers/promises"
import { withDatabase } from "../../../scripts/postgres/database.mjs"

const LOOK_EVERY_MS = 10

/** How long the newest run was in each of its phases, in ms, while `work` was done. */
export function phasesOf<Result>(
  databaseUrl: string,
  work: () => Promise<Result>
): Promise<{ result: Result; phases: Record<string, number> }> {
  return withDatabase(databaseUrl, async (client) => {
    const phases: Record<string, number> = {}
    let isOver = false
    const watch = async () => {
      let last = performance.now()
      while (!isOver) {
        const { rows } = await client.query<{ phase: string | null }>(
          `select phase from distributor_run where status = 'running' order by created_at desc limit 1`
        )
        const now = performance.now()
        const phase = rows[0]?.phase ?? "other"
        phases[phase] = (phases[phase] ?? 0) + now - last
        last = now
        await pause(LOOK_EVERY_MS)
      }
    }
    const watching = watch()
    const result = await work().finally(() => (isOver = true))
    await watching
    return { result, phases }
  })
}
