import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as pause } from "node:timers/promises"
import { ulid } from "ulid"
import { connectTo, TEMPLATE, urlOf } from "./databases"

const IN_USE = "55006"
const MOST_ATTEMPTS = 20

/** The database of one booted shop: a copy of the template, of which copies are kept and put back. */
export class TestDatabase {
  readonly name = `truestock_test_${ulid().toLowerCase()}`
  private readonly server: Knex = connectTo(urlOf(process.env.DB_WAITINGROOM_DATABASE ?? "postgres"), 1)
  private readonly kept = new Set<string>()

  create(): Promise<void> {
    return this.copy(TEMPLATE, this.name)
  }

  /** Keeps a copy of it as it is now, in place of what was kept under this name. */
  keep(as: string): Promise<void> {
    this.kept.add(as)
    return this.copy(this.name, `${this.name}_${as}`)
  }

  /** Whoever is connected to it loses the connection. */
  putBack(as: string): Promise<void> {
    return this.copy(`${this.name}_${as}`, this.name)
  }

  async drop(): Promise<void> {
    for (const name of [this.name, ...[...this.kept].map((as) => `${this.name}_${as}`)]) {
      await this.server.raw("drop database if exists ?? with (force)", [name])
    }
    await this.server.destroy()
  }

  /**
   * Before every test, so it must be quick. Postgres copies block by block through its log unless told to copy files,
   * and a connection that is just ending would make it look again only 100 ms later.
   */
  private async copy(from: string, to: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.endConnections(from, to)
        await this.server.raw("drop database if exists ?? with (force)", [to])
        return await this.server.raw("create database ?? template ?? strategy file_copy", [to, from])
      } catch (error) {
        if ((error as { code?: string }).code !== IN_USE || attempt === MOST_ATTEMPTS) throw error
      }
    }
  }

  private async endConnections(...names: string[]): Promise<void> {
    for (;;) {
      const { rows } = await this.server.raw(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = any(?)",
        [names]
      )
      if (rows.length === 0) return
      await pause(1)
    }
  }
}
