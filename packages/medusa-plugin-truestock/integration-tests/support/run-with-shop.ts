import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../src/modules/availability"
import { Shop } from "./shop"

const BOOKSTORE = path.resolve(__dirname, "../../../../apps/bookstore")

/** What a test of a booted shop works with. Read inside a test: each one starts from a fresh database. */
export type Booted = {
  readonly api: Http
  readonly container: MedusaContainer
  readonly connection: Knex
  readonly availability: AvailabilityModuleService
  readonly shop: Shop
}

type Answer = { status: number; data: any; headers: Record<string, string> }
type Http = Record<"get" | "delete", (url: string, config?: object) => Promise<Answer>> &
  Record<"post", (url: string, body?: unknown, config?: object) => Promise<Answer>>

/** Boots the bookstore (empty, not seeded) with the built plugin, and restores its database before every test. */
export function runWithShop(testSuite: (booted: Booted) => void): void {
  jest.setTimeout(120_000)
  medusaIntegrationTestRunner({
    cwd: BOOKSTORE,
    testSuite: ({ api, getContainer }) => {
      const booted: Booted = {
        api: api as unknown as Http,
        get container() {
          return getContainer()
        },
        get connection() {
          return getContainer().resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
        },
        get availability() {
          return getContainer().resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
        },
        get shop() {
          return new Shop(booted)
        },
      }
      // The drain rests while the database is replaced under it.
      beforeEach(() => booted.availability.__hooks.onApplicationStart())
      afterEach(() => booted.availability.__hooks.onApplicationPrepareShutdown())
      testSuite(booted)
    },
  })
}
