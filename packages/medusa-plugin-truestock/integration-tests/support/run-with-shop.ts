import { waitWorkflowExecutions } from "@medusajs/test-utils/dist/medusa-test-runner-utils/wait-workflow-executions"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { IInventoryService } from "@medusajs/framework/types"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../src/modules/availability"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../src/modules/inventory_management"
import { bootBookstore, type BootedApp } from "./boot-bookstore"
import { Shop } from "./shop"
import { TestDatabase } from "./test-database"

/** What a test of a booted shop works with. Read inside a test: each one starts from a fresh database. */
export type Booted = {
  readonly api: Http
  readonly container: MedusaContainer
  readonly connection: Knex
  readonly availability: AvailabilityModuleService
  readonly stock: InventoryManagementModuleService
  /** Core's own inventory service. */
  readonly inventory: IInventoryService
  readonly shop: Shop
}

type Answer = { status: number; data: any; headers: Record<string, string> }
type Http = Record<"get" | "delete", (url: string, config?: object) => Promise<Answer>> &
  Record<"post", (url: string, body?: unknown, config?: object) => Promise<Answer>>

/** The shop that several files share in one process; see run-together.ts. */
let shared: Booted | undefined

/**
 * Boots the bookstore (empty, not seeded) with the built plugin. Before every test its database is as the suite's own
 * beforeAll has left it: what all of its tests begin with is made there, once.
 */
export function runWithShop(testSuite: (booted: Booted) => void): void {
  jest.setTimeout(120_000)
  if (shared) return testSuite(shared)
  boot((booted, database) => {
    testSuite(booted)
    beforeAll(() => database.keep("begun"))
  })
}

/**
 * Every `runWithShop` within a file of `files` works with this one shop: it finds the database as it was after the
 * boot, and what its own beforeAll put there is what each of its tests starts from.
 */
export function shareOneShop(files: Record<string, () => void>): void {
  boot((booted, database) => {
    beforeAll(() => database.keep("booted"))
    shared = booted
    for (const [name, register] of Object.entries(files)) {
      describe(name, () => {
        beforeAll(() => database.putBack("booted"))
        register()
        beforeAll(() => database.keep("begun"))
      })
    }
    shared = undefined
  })
}

function boot(testSuite: (booted: Booted, database: TestDatabase) => void): void {
  describe("", () => {
    const database = new TestDatabase()
    let app: BootedApp
    const booted: Booted = {
      get api() {
        return app.api as Http
      },
      get container() {
        return app.container
      },
      get connection() {
        return app.container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
      },
      get availability() {
        return app.container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
      },
      get stock() {
        return app.container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
      },
      get inventory() {
        return app.container.resolve<IInventoryService>(Modules.INVENTORY)
      },
      get shop() {
        return new Shop(booted)
      },
    }
    // What works by itself rests while the database is copied, or replaced under it.
    const rest = async () => {
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      await booted.stock.__hooks.onApplicationPrepareShutdown()
    }

    beforeAll(async () => {
      await database.create()
      app = await bootBookstore(database.name)
      await rest()
    })
    beforeEach(async () => {
      await database.putBack("begun")
      // Nobody is written to but where a test says so: messages would still be on their way when it has ended.
      Object.assign(booted.availability.storeOptions, { alerts: null })
      await booted.availability.__hooks.onApplicationStart()
      await booted.stock.__hooks.onApplicationStart()
    })
    afterEach(async () => {
      await waitWorkflowExecutions(app.container)
      await rest()
    })
    afterAll(async () => {
      await app?.stop()
      await database.drop()
    })
    testSuite(booted, database)
  })
}
