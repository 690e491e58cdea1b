import { DISTRIBUTOR_MODULE, type DistributorModuleService } from "../../src/modules/distributor"
import { parseOptions, type TruestockOptions } from "../../src/options"
import type { Booted } from "./run-with-shop"

/** The options the bookstore runs with: all defaults. */
export const OPTIONS = parseOptions({})

/**
 * Sets options of the running shop, for one test: gives back what undoes it. Another boot would read them from the
 * configuration; what reads them does so anew for each request.
 */
export function setOptions(
  { availability, stock, container }: Booted,
  options: Partial<TruestockOptions>
): () => void {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const running = [availability.storeOptions, stock["options"], distributor["options"]]
  const before = running.map((each) => ({ ...each }))
  running.forEach((each) => Object.assign(each, options))
  return () => running.forEach((each, n) => Object.assign(each, before[n]))
}
