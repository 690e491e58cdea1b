import { parseOptions, type TruestockOptions } from "../../src/options"
import type { Booted } from "./run-with-shop"

/** The options the bookstore runs with: all defaults. */
export const OPTIONS = parseOptions({})

/**
 * Sets options of the running shop, for one test: gives back what undoes it. Another boot would read them from the
 * configuration; what reads them does so anew for each request.
 */
export function setOptions({ availability }: Booted, options: Partial<TruestockOptions>): () => void {
  const running = availability.storeOptions
  const before = { ...running }
  Object.assign(running, options)
  return () => void Object.assign(running, before)
}
