import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { renderStockV2Row, type StockRecord, syntheticRecord } from "truestock-distributor-feeds"
import type { z } from "@medusajs/framework/zod"
import {
  DISTRIBUTOR_MODULE,
  type DistributorModuleService,
  type Run,
  type RunInput,
} from "../../src/modules/distributor"
import { type SourceOptions, sourceSchema } from "../../src/modules/distributor/sources/source-options"
import { setUpDistributor } from "../../src/workflows/distributor/set-up-distributor"
import { runImport } from "../../src/workflows/distributor/run-import"
import { setOptions } from "./plugin-options"
import type { Booted } from "./run-with-shop"

type Stock = Record<string, number | null>
/** Its files are in the folder, unless the feed says otherwise. */
type Options = Omit<Partial<z.input<typeof sourceSchema>>, "feed"> & {
  feed?: { kind: string } & Record<string, unknown>
}

/** Ingram, as far as a test needs it: a folder into which it puts its files. */
export class Ingram {
  private constructor(
    private readonly booted: Booted,
    readonly directory: string,
    /** Its options: what a test changes of them counts from the next run on. */
    readonly source: SourceOptions,
    private readonly undo: () => void
  ) {}

  /** Puts the source into the running shop's options, and its location into the shop. */
  static async open(booted: Booted, options: Options = {}): Promise<Ingram> {
    const directory = await mkdtemp(join(tmpdir(), "truestock-ingram-"))
    const transport = { kind: "file", directory } as const
    const { feed = { kind: "ingram_stockv2" }, ...more } = options
    const source = sourceSchema.parse({
      id: "ingram",
      feed: feed.kind === "ingram_ipage" ? feed : { transport, ...feed },
      sync_every_seconds: null,
      ...more,
    })
    const undo = setOptions(booted, { distributors: [source] })
    await setUpDistributor(booted.container, source.id)
    return new Ingram(booted, directory, source, undo)
  }

  async close(): Promise<void> {
    this.undo()
    await rm(this.directory, { recursive: true, force: true })
  }

  get module(): DistributorModuleService {
    return this.booted.container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  }

  /** Puts a file there, as if it had been written so long ago. */
  async put(name: string, rows: (StockRecord | string)[], hours_ago = 1): Promise<void> {
    const path = join(this.directory, name)
    const lines = rows.map((row) => (typeof row === "string" ? row : renderStockV2Row(row)))
    await writeFile(path, lines.map((line) => `${line}\n`).join(""), "latin1")
    const at = new Date(Date.now() - hours_ago * 3_600_000)
    await utimes(path, at, at)
  }

  async run(asked: Omit<RunInput, "source_id">): Promise<Run> {
    const run = await this.module.requestRun({ source_id: "ingram", ...asked })
    if (run.kind === "import") return (await runImport(this.booted.container, run.id)).run
    return this.module.doRun(run.id)
  }

  sync = (asked: Partial<RunInput> = {}): Promise<Run> => this.run({ kind: "sync", ...asked })
}

/** A row of the file: so many on hand and on order at each place. */
export function row(
  ean13: string,
  on_hand: Stock = {},
  more: Partial<StockRecord> & { ordered?: Stock } = {}
): StockRecord {
  const { ordered = {}, ...record } = more
  const locations = ["TN", "OR", "IN", "PA"].map((code) => ({
    ...{ code, on_hand_qualifier: "exact" as const, committed: null, stocked: true },
    on_hand: on_hand[code] === undefined ? 0 : on_hand[code],
    on_order: ordered[code] === undefined ? 0 : ordered[code],
  }))
  return syntheticRecord({ ean13, locations, ...record })
}
