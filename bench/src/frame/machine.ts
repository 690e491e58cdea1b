import { availableParallelism, cpus } from "node:os"
import { withDatabase } from "../../../scripts/postgres/database.mjs"

export type Machine = {
  node: string
  postgres: string
  cores: number
  cpu: string
  fsync: string
  commit_ms: { before: number; after: number }
}

/** What a reader needs to know of where the figures come from. */
export async function machine(databaseUrl: string, commit: Machine["commit_ms"]): Promise<Machine> {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query("select current_setting('server_version') as version, current_setting('fsync') as fsync")
  )
  return {
    node: process.versions.node,
    postgres: rows[0].version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    fsync: rows[0].fsync,
    commit_ms: commit,
  }
}
