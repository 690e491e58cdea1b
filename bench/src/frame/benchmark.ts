import type { Figures } from "./figures.js"

/** What a benchmark gets: what was asked for, and an empty database of its own. */
export type Assignment = {
  name: string
  products: number
  clients: number[]
  seconds: number
  /** Of a distributor's file. */
  rows: number
  json: boolean
  databaseUrl: string
}

export type Benchmark = {
  /** One line for the list of benchmarks. */
  about: string
  /** Products by default. */
  products: number
  /** Clients at a time by default, e.g. "1,4". */
  clients?: string
  run: (assignment: Assignment) => Promise<Figures>
}

export type Benchmarks = Record<string, Benchmark>
