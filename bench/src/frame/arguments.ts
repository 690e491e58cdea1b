import { parseArgs } from "node:util"
import { Problem } from "../../../scripts/process/problem.mjs"
import type { Assignment, Benchmark, Benchmarks } from "./benchmark.js"

export type Options = Omit<Assignment, "databaseUrl"> & { benchmark: Benchmark }

const MOST_PRODUCTS = 1_000_000
const MOST_CLIENTS = 64
const LONGEST_SECONDS = 60
const MOST_ROWS = 20_000_000

/** What was asked for; null = nothing was, so say what there is. */
export function parseArguments(args: string[], benchmarks: Benchmarks): Options | null {
  const { values, positionals } = parse(args)
  const [name, ...surplus] = positionals
  if (name === undefined) {
    return null
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (!benchmark || surplus.length > 0) {
    const wrong = surplus[0] ?? name
    throw new Problem(
      `Unknown benchmark ${JSON.stringify(wrong)}: use ${Object.keys(benchmarks).join(" or ")}.`
    )
  }
  return {
    name,
    benchmark,
    products: wholeNumber("--products", values.products ?? String(benchmark.products), 1_000, MOST_PRODUCTS),
    clients: (values.clients ?? benchmark.clients ?? "1,10")
      .split(",")
      .map((n) => wholeNumber("--clients", n, 1, MOST_CLIENTS)),
    seconds: wholeNumber("--seconds", values.seconds, 1, LONGEST_SECONDS),
    rows: wholeNumber("--rows", values.rows, 1_000, MOST_ROWS),
    json: values.json,
  }
}

export function usage(benchmarks: Benchmarks): string {
  const names = Object.entries(benchmarks).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  return [
    "npm run bench -- <name> [--products 10000] [--clients 1,10] [--seconds 3] [--rows 2000000] [--json]",
    "",
    ...names,
  ].join("\n")
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        products: { type: "string" },
        clients: { type: "string" },
        seconds: { type: "string", default: "3" },
        rows: { type: "string", default: "2000000" },
        json: { type: "boolean", default: false },
      },
    })
  } catch (error) {
    throw new Problem((error as Error).message)
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) {
    return value
  }
  throw new Problem(
    `${name} has the value ${JSON.stringify(text)}; give whole numbers from ${least} to ${most}.`
  )
}
