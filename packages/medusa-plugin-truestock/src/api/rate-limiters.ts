import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Redis } from "ioredis"
import {
  type RateLimiterAbstract,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible"

export type Limit = { requests: number; seconds: number }

/** Counts requests against a limit. */
export class Limiter {
  constructor(private readonly limiter: RateLimiterAbstract) {}

  /** Counts one; answers null, or after how many seconds to come again. */
  async count(key: string): Promise<number | null> {
    try {
      await this.limiter.consume(key)
      return null
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
      throw refusal
    }
  }
}

/** One for each database (there is one in a process), limit and place. What they count is in none of them. */
const limiters = new WeakMap<Knex, Map<string, Limiter>>()
const clients = new Map<string, Redis>()

/** Counts in Redis where the plugin, the project or REDIS_URL names one, else in Postgres. */
export function limiterOf(
  container: MedusaContainer,
  name: string,
  limit: Limit,
  redis_url: string | null
): Limiter {
  const connection = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const url = redis_url ?? projectConfig.redisUrl ?? process.env.REDIS_URL
  const ofConnection = limiters.get(connection) ?? new Map<string, Limiter>()
  limiters.set(connection, ofConnection)
  const id = [name, limit.requests, limit.seconds, url].join(" ")
  const limiter = ofConnection.get(id) ?? new Limiter(makeLimiter(connection, name, limit, url))
  ofConnection.set(id, limiter)
  return limiter
}

function makeLimiter(connection: Knex, name: string, limit: Limit, url?: string): RateLimiterAbstract {
  const shared = {
    keyPrefix: `truestock-${name}`,
    points: limit.requests,
    duration: limit.seconds,
    // Who has used up the limit is refused without asking again, so that a flood costs the store little.
    inMemoryBlockOnConsumed: limit.requests,
  }
  const inPostgres = new RateLimiterPostgres({
    ...shared,
    ...{ storeClient: unnamed(connection), storeType: "client" },
    ...{ tableName: "request_rate", tableCreated: true, clearExpiredByTimeout: false },
  })
  if (!url) return inPostgres
  return new RateLimiterRedis({
    ...shared,
    ...{ storeClient: clientOf(url), rejectIfRedisNotReady: true, insuranceLimiter: inPostgres },
  })
}

/** The library names its statements; behind a pooler the next transaction may meet a server that knows no such name. */
function unnamed(connection: Knex) {
  const pool = connection.client
  return {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const client = await pool.acquireConnection()
      try {
        return await client.query({ text, values })
      } finally {
        await pool.releaseConnection(client)
      }
    },
  }
}

/** Medusa's own modules for Redis bring ioredis; without Redis it is not looked for. */
function clientOf(url: string): Redis {
  const known = clients.get(url)
  if (known) return known
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed alone
  const { Redis: Client } = require("ioredis") as typeof import("ioredis")
  // A Redis that is away must not keep a request waiting: Postgres counts meanwhile.
  const client = new Client(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  client.on("error", () => undefined)
  clients.set(url, client)
  return client
}
