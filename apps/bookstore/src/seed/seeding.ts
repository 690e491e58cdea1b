import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What every step of the seed works with. */
export interface Seeding {
  container: MedusaContainer
  query: Omit<RemoteQueryFunction, symbol>
  /** Tells what was just done; also the places where a test interrupts the seed. */
  progress: (line: string) => void
}

/** Opens a seeding on an application's container; progress goes to Medusa's logger unless told otherwise. */
export function startSeeding(container: MedusaContainer, progress?: Seeding["progress"]): Seeding {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  return {
    container,
    query: container.resolve(ContainerRegistrationKeys.QUERY),
    progress: progress ?? ((line) => logger.info(`Bookstore: ${line}`)),
  }
}

/** The items whose key is not among what exists already. */
export function missing<T>(wanted: T[], key: (item: T) => string, existing: Iterable<string | null>): T[] {
  const present = new Set(existing)
  return wanted.filter((item) => !present.has(key(item)))
}

/** A lookup that throws, by name, when something the seed relies on is not there. */
export function lookup(what: string, entries: Iterable<[string, string]>): (key: string) => string {
  const ids = new Map(entries)
  return (key) => {
    const id = ids.get(key)
    if (!id) {
      throw new Error(`The seed expected ${what} "${key}" to exist.`)
    }
    return id
  }
}
