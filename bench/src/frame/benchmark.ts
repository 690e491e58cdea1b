import type { Options } from "./arguments.js"
import type { Figures } from "./figures.js"

/** What a benchmark gets: the options and an empty database of its own. */
export type Assignment = Omit<Options, "benchmark"> & { databaseUrl: string }

export type Benchmark = {
  /** One line for the list of benchmarks. */
  about: string
  /** Products by default. */
  products: number
  run: (assignment: Assignment) => Promise<Figures>
}

export type Benchmarks = Record<string, Benchmark>
