import { setImmediate as turn } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import { runWithShop } from "../support/run-with-shop"

/** A job that goes on until it is told to end. */
function longJob() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { run: () => ended, end }
}

runWithShop((booted) => {
  it("lets two orders of the same items, in opposite orders, pass each other in core's own lock", async () => {
    const locking = booted.container.resolve(Modules.LOCKING)
    const [holdsA, holdsB] = [longJob(), longJob()]
    const holding = [locking.execute(["item-a"], holdsA.run), locking.execute(["item-b"], holdsB.run)]
    // Each would get its first item from one of them, and then wait for the other's.
    const orders = [
      locking.execute(["item-a", "item-b"], async () => "first"),
      locking.execute(["item-b", "item-a"], async () => "second"),
    ]
    holdsA.end()
    await turn()
    holdsB.end()
    await Promise.all(holding)
    expect(await Promise.all(orders)).toEqual(["first", "second"])

    expect(await locking.execute(["item-b"], async () => "the next one")).toBe("the next one")
  })
})
