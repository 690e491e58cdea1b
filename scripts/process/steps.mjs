// @ts-check
const HEARTBEAT_MS = 15_000

/** @param {number} since */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs one step of a start and prints that it began and how long it took. Plain lines without control
 * codes, so that a log file reads like a terminal.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now()
  console.log(`${name} ...`)
  const heartbeat = setInterval(() => console.log(`  still at it, ${seconds(began)}`), HEARTBEAT_MS)
  try {
    const result = await work()
    console.log(`  done in ${seconds(began)}`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * @param {string} name
 * @param {string} why
 */
export function skip(name, why) {
  console.log(`${name}: ${why}`)
}
