import { execFile } from "node:child_process"
import { stat } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { writeStockV2File } from "truestock-distributor-feeds"
import { step } from "../../../scripts/process/steps.mjs"
import type { Figures } from "../frame/figures.js"
import { interleave } from "../frame/interleave.js"
import { median } from "../frame/medians.js"
import { times } from "../frame/turns.js"

const WORKER = fileURLToPath(new URL("./read-worker.cjs", import.meta.url))
const ROUNDS = 3
const SHARE_OF_INFLATE = 0.7
const MOST_MEGABYTES = 200
const MEGABYTE = 1024 * 1024

type Seen = { bytes: number; took_ms: number; peak_bytes: number }
type Read = Seen & { rows: number; records: number; rejected: number }

/** Reads a full file from its zip, with some of its titles tracked; against nothing but unpacking it. */
export async function reading(
  folder: string,
  { rows, tracked }: { rows: number; tracked: number }
): Promise<Figures> {
  const path = join(folder, "stockv2@ingram.zip")
  await step(`Write a full of ${rows.toLocaleString("en-US")} rows`, () => writeStockV2File(path, { rows }))
  const packed = (await stat(path)).size
  const run = <Answer>(way: string) => worker<Answer>([way, path, String(rows), String(tracked)])
  const ways = {
    inflate: () => run<Seen>("inflate"),
    large: () => run<Seen>("inflate-fast"),
    parse: () => run<Read>("parse"),
  }
  const { inflate, large, parse } = await step("Measure: reading", async () => {
    await ways.inflate() // the file is in the cache from now on
    return interleave<keyof typeof ways, Seen | Read>(ways, ROUNDS)
  })
  const [alone, atBest, ours] = [inflate, large, parse].map((rounds) =>
    median(rounds.map(({ took_ms }) => took_ms))
  )
  const peak = (rounds: Seen[]) => Math.max(...rounds.map(({ peak_bytes }) => peak_bytes)) / MEGABYTE
  const share = alone! / ours!
  const line = (name: string, took_ms: number, rounds: Seen[]) => ({
    name,
    values: [
      took_ms / 1000,
      (rows * 1000) / took_ms,
      (rounds[0]!.bytes / MEGABYTE) * (1000 / took_ms),
      times(alone! / took_ms),
      peak(rounds),
    ],
  })
  const read = parse[0] as Read
  return {
    tables: [
      {
        title: `a full of ${rows.toLocaleString("en-US")} rows, ${tracked.toLocaleString("en-US")} titles tracked`,
        columns: ["s", "rows per s", "MB per s", "of inflate's pace", "peak MB"],
        rows: [
          line("streaming inflate alone", alone!, inflate),
          line("the same in pieces of 256 kB", atBest!, large),
          line("read from the zip", ours!, parse),
        ],
        note: `MB of rows, ${(packed / MEGABYTE).toFixed(0)} MB packed; each in a process of its own`,
      },
    ],
    checks: [
      {
        name: "every row was read, every tracked title found, none rejected",
        passed: read.rows === rows && read.records === tracked && read.rejected === 0,
        detail: `${read.rows} rows, ${read.records} records, ${read.rejected} rejects`,
      },
    ],
    bars: [
      { name: "read from the zip, of inflate's pace", value: share, unit: "x", atLeast: SHARE_OF_INFLATE },
      { name: "read from the zip, peak memory", value: peak(parse), unit: " MB", atMost: MOST_MEGABYTES },
    ],
  }
}

async function worker<Answer>(args: string[]): Promise<Answer> {
  const { stdout } = await promisify(execFile)(process.execPath, [WORKER, ...args])
  return JSON.parse(stdout) as Answer
}
