import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onShutdown } from "../../../scripts/process/shutdown.mjs"
import type { Assignment } from "../frame/benchmark.js"
import type { Figures } from "../frame/figures.js"
import { lookUps } from "./look-ups.js"
import { reading } from "./reading.js"
import { syncing } from "./syncing.js"

/** A distributor's files and pages: how fast they are read, and what of it reaches the shop's stock how fast. */
export async function feed({ databaseUrl, products, rows }: Assignment): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "truestock-bench-feed-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  const forget = onShutdown(remove)
  try {
    return together([
      await reading(folder, { rows, tracked: products }),
      await lookUps(),
      await syncing({ databaseUrl, products, folder }),
    ])
  } finally {
    forget()
    await remove()
  }
}

function together(parts: Figures[]): Figures {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    checks: parts.flatMap(({ checks }) => checks),
    bars: parts.flatMap(({ bars }) => bars),
  }
}
