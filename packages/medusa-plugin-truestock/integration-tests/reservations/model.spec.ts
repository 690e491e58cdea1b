import fc from "fast-check"
import { promiseCommands } from "../support/promise-commands"
import { PromisedShop } from "../support/promised-shop"
import { runWithShop } from "../support/run-with-shop"

const RUNS = process.env.TRUESTOCK_TEST_FULL ? 150 : 15
const COMMANDS = 30
/** Of runs and shrinking together. */
const TIME_LIMIT_MS = process.env.TRUESTOCK_TEST_FULL ? 600_000 : 100_000
/** Of each command, in the order of promise-commands.ts: enough promises to have something to end. */
const WEIGHTS = [8, 5, 2, 3, 7, 3, 1, 1, 3, 1, 1, 1, 2, 2, 2, 1, 1]

runWithShop((booted) => {
  it(
    "does what a model of stock, holds and reservations does, and every invariant holds after each step",
    async () => {
      const shop = await PromisedShop.open(booted)
      const weighted = promiseCommands(shop).map((arbitrary, i) => ({ arbitrary, weight: WEIGHTS[i]! }))
      const commands = fc.array(fc.oneof(...weighted), { minLength: COMMANDS, maxLength: COMMANDS })
      await fc.assert(
        fc.asyncProperty(commands, (sequence) =>
          fc.asyncModelRun(async () => ({ model: await shop.fresh(), real: {} }), sequence)
        ),
        { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: true }
      )
    },
    TIME_LIMIT_MS + 60_000
  )
})
