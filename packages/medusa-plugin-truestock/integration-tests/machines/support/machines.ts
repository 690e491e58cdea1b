import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import accounts from "../../../../../apps/bookstore/src/seed/accounts.json"
import { connectTo, createDatabase, dropDatabase, TEMPLATE, urlOf } from "../../support/databases"
import { type Caller, caller } from "./http"
import { Server } from "./server"

export type Configuration = {
  name: string
  /** What the servers are told beside their database. */
  env?: NodeJS.ProcessEnv
  /** The port on which the servers find Postgres, where it is not its own. */
  port?: string
  /** Whether there is what it needs; true when it needs nothing. */
  isAvailable?: boolean
  /** Done to the database before the servers start. */
  prepare?: (connection: Knex) => Promise<void>
}

/** Two servers of one shop, and what a test of them works with. Read inside a test. */
export class Machines {
  servers: Server[] = []
  admins: Caller[] = []
  buyers: Caller[] = []
  /** Straight to Postgres. */
  connection!: Knex
  region!: string
  channel!: string
  readonly database: string
  private admin!: Record<string, string>
  private buyer!: Record<string, string>

  constructor(readonly configuration: Configuration) {
    this.database = `${TEMPLATE}_${configuration.name.split(" ").at(-1)!.toLowerCase()}`
  }

  async start(): Promise<void> {
    const { prepare } = this.configuration
    await createDatabase(this.database, TEMPLATE)
    this.connection = connectTo(urlOf(this.database))
    await prepare?.(this.connection)
    const started = await Promise.allSettled([this.startServer(), this.startServer()])
    this.servers = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
    for (const one of started) if (one.status === "rejected") throw one.reason

    const [store] = await this.connection("store").select("metadata")
    const { publishable_key, region_id, sales_channel_id } = store.metadata.bookstore_seed
    this.region = region_id
    this.channel = sales_channel_id
    const { token } = await caller(this.servers[0]!, {}).post("/auth/user/emailpass", accounts.admin)
    this.admin = { authorization: `Bearer ${token}` }
    this.buyer = { "x-publishable-api-key": publishable_key }
    this.connectCallers()
  }

  /** Kills one server, and puts another one in its place. */
  async replace(server: number): Promise<void> {
    await this.servers[server]!.kill()
    this.servers[server] = await this.startServer()
    this.connectCallers()
  }

  private startServer(): Promise<Server> {
    const { env = {}, port } = this.configuration
    return Server.start(urlOf(this.database, port), env)
  }

  private connectCallers(): void {
    this.admins = this.servers.map((server) => caller(server, this.admin))
    this.buyers = this.servers.map((server) => caller(server, this.buyer))
  }

  /** Stops the servers; answers their exit codes. */
  async stopServers(): Promise<(number | null)[]> {
    return Promise.all(this.servers.map((server) => server.stop()))
  }

  async end(): Promise<void> {
    await this.stopServers()
    await this.connection?.destroy()
    await dropDatabase(this.database)
  }
}

/** Boots two servers on a copy of the seeded shop, once for all tests of the block. */
export function runOnTwoMachines(configuration: Configuration, tests: (machines: Machines) => void): void {
  const block = configuration.isAvailable === false ? describe.skip : describe
  block(configuration.name, () => {
    const machines = new Machines(configuration)
    beforeAll(() => machines.start())
    afterAll(() => machines.end())
    tests(machines)
  })
}
