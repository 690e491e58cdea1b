import { ModulesSdkUtils } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
const LOGIN = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`

/** The shop that every database of a run is copied from: migrated, and for the machines seeded too. */
export const TEMPLATE = `truestock_template_${process.env.TRUESTOCK_TEST_RUN ?? process.pid}`

export const urlOf = (database: string, port = DB_PORT) =>
  `postgres://${LOGIN}@${DB_HOST}:${port}/${database}`

export function connectTo(url: string, most = 5): Knex {
  return ModulesSdkUtils.createPgConnection({ clientUrl: url, pool: { min: 0, max: most } })
}

/** Does administrative work beside the tests' own databases. */
export async function onServer(work: (connection: Knex) => Promise<unknown>): Promise<void> {
  const connection = connectTo(urlOf(process.env.DB_WAITINGROOM_DATABASE ?? "postgres"), 1)
  try {
    await work(connection)
  } finally {
    await connection.destroy()
  }
}

export const createDatabase = (name: string, template?: string) =>
  onServer((on) =>
    on.raw("create database ??" + (template ? " template ??" : ""), template ? [name, template] : [name])
  )

export const dropDatabase = (name: string) =>
  onServer((on) => on.raw("drop database if exists ?? with (force)", [name]))
