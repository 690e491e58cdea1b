import { BOOKSTORE, PLAIN_SHOP } from "../shop/server.js"
import { startServices } from "../shop/service-process.js"
import type { Done, Work } from "../shop/service-worker.cjs"
import type { Copies } from "../shop/copies.js"

type Perform = (work: Work) => Promise<Done>

/** A process with the plugin and one without, on copies of one database, and how many units each was granted. */
export type Shops = {
  all: string
  plain: string
  /** Calls in the shop with the plugin, that each reserve so many units. */
  reserving: (units: number) => Perform
  /** Calls there that each hold a unit. */
  holding: Perform
  /** Statements in the process without it, that each reserve a unit. */
  byHand: Perform
  /** Calls there that are no reservations. */
  perform: Perform
  granted: { reserved: number; held: number; byHand: number }
  stop: () => Promise<unknown>
}

export async function openShops({ all, plain }: Pick<Copies, "all" | "plain">): Promise<Shops> {
  const [withPlugin, without] = [await startServices(all, BOOKSTORE), await startServices(plain, PLAIN_SHOP)]
  const granted = { reserved: 0, held: 0, byHand: 0 }
  const counting =
    (perform: Perform, kind: keyof typeof granted, units = 1): Perform =>
    async (work) => {
      const done = await perform(work)
      granted[kind] += done.times.length * units
      return done
    }
  return {
    ...{ all, plain, granted },
    reserving: (units) => counting(withPlugin.perform, "reserved", units),
    holding: counting(withPlugin.perform, "held"),
    byHand: counting(without.perform, "byHand"),
    perform: withPlugin.perform,
    stop: () => Promise.all([withPlugin.stop(), without.stop()]),
  }
}
