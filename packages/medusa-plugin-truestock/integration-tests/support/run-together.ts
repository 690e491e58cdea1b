import { join } from "node:path"
import { shareOneShop } from "./run-with-shop"
import { specsOfOneShop } from "./specs-of-one-shop.cjs"

/**
 * Runs all specs of a folder in one boot of Medusa, which takes longer than most of them. A file run by its name boots
 * a shop of its own.
 */
export function runTogether(directory: string): void {
  const files = specsOfOneShop(directory).map((name) => [
    name,
    () => void jest.requireActual(join(directory, name)),
  ])
  shareOneShop(Object.fromEntries(files))
}
