import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { onShutdown } from "../../../scripts/process/shutdown.mjs"
import { step } from "../../../scripts/process/steps.mjs"

/** The same data three times over: without any trigger of ours, with guard and ledger, and with all of them. */
export type Copies = { plain: string; ledger: string; all: string; drop: () => Promise<void> }

/** Nobody may be connected to the database that is copied. */
export function makeCopies(databaseUrl: string): Promise<Copies> {
  return step("Copy the database, without the triggers and without the feed", async () => {
    const copies = { plain: `${databaseUrl}_plain`, ledger: `${databaseUrl}_ledger` }
    const drop = async () => {
      for (const url of Object.values(copies)) {
        await asAdmin(databaseUrl, `drop database if exists "${nameOf(url)}" with (force)`)
      }
    }
    const forget = onShutdown(drop)
    for (const url of Object.values(copies)) {
      await asAdmin(
        databaseUrl,
        `create database "${nameOf(url)}" template "${nameOf(databaseUrl)}" strategy file_copy`
      )
    }
    await dropTriggers(copies.plain, "truestock ")
    await dropTriggers(copies.ledger, "truestock feed")
    return {
      ...copies,
      all: databaseUrl,
      drop: async () => {
        forget()
        await drop()
      },
    }
  })
}

/** Each of our functions says in its comment which set it belongs to; its triggers go with it. */
export function dropTriggers(databaseUrl: string, set: string): Promise<unknown> {
  return withDatabase(databaseUrl, (client) =>
    client.query(`do $$ declare f regprocedure; begin
      for f in select oid from pg_proc where pronamespace = 'public'::regnamespace
        and obj_description(oid, 'pg_proc') like '${set}%'
      loop execute 'drop function ' || f || ' cascade'; end loop; end $$`)
  )
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

function asAdmin(databaseUrl: string, sql: string): Promise<unknown> {
  const server = new URL(databaseUrl)
  server.pathname = "/postgres"
  return withDatabase(server.href, (client) => client.query(sql))
}
