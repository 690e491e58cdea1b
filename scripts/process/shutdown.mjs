// @ts-check
import { textOf } from "./problem.mjs"

/** @typedef {() => Promise<void> | void} Stop */

/** What runs and must not outlive this process, oldest first. @type {Set<Stop>} */
const running = new Set()

/** @type {Promise<void> | undefined} */
let stopped

/**
 * Register before starting: a signal may arrive while the thing is still coming up.
 *
 * @param {Stop} stop
 * @returns {() => void} forget it, since it ended by itself
 */
export function onShutdown(stop) {
  running.add(stop)
  return () => running.delete(stop)
}

export const isShuttingDown = () => stopped !== undefined

/** Stops everything, newest first, once however often it is called. */
export function shutdown() {
  stopped ??= (async () => {
    for (const stop of [...running].reverse()) {
      try {
        await stop()
      } catch (error) {
        console.error(textOf(error))
      }
    }
  })()
  return stopped
}

/**
 * Ctrl-C reaches us from the terminal and once more through npm, which passes signals on: later ones are
 * ignored rather than taken as impatience, since each stop has its own time limit.
 *
 * @param {(signal: NodeJS.Signals) => number} exitCode
 */
export function shutdownOnSignals(exitCode) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, async () => {
      if (isShuttingDown()) return
      console.log("\nStopping ...")
      await shutdown()
      console.log("Stopped.")
      process.exit(exitCode(signal))
    })
  }
}

/**
 * Runs an entry point: a failure stops what was started and is printed as one clear line.
 *
 * @param {() => Promise<number | void>} main its exit code, 0 by default
 */
export async function runMain(main) {
  try {
    const code = await main()
    if (isShuttingDown()) return
    await shutdown()
    process.exit(code ?? 0)
  } catch (error) {
    // A step that fails because a signal ended its child is not news.
    if (isShuttingDown()) return
    console.error(`\n${textOf(error)}`)
    await shutdown()
    process.exit(1)
  }
}
