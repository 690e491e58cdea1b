import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * A connection of a process that dies at its n-th statement, before it is sent: nothing more comes from it, neither of the
 * transaction it was in, which Postgres takes back, nor to tell anybody.
 */
export class DyingConnection {
  statements = 0

  constructor(
    private readonly connection: Knex,
    private readonly dies_at = Infinity
  ) {}

  get isDead(): boolean {
    return this.statements >= this.dies_at
  }

  get knex(): Knex {
    return this.within(this.connection)
  }

  private within<Of extends Knex>(connection: Of): Of {
    return new Proxy(connection, {
      get: (target, key) => {
        if (key === "raw") {
          return async (...asked: Parameters<Knex["raw"]>) => {
            if (++this.statements >= this.dies_at) throw new Error("The process has died.")
            return target.raw(...asked)
          }
        }
        if (key === "transaction") {
          return (work: (tx: Knex.Transaction) => Promise<unknown>) =>
            target.transaction((tx) => work(this.within(tx)))
        }
        return Reflect.get(target, key)
      },
    })
  }
}
