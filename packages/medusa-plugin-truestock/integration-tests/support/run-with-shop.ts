import { ulid } from "ulid"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { IInventoryService } from "@medusajs/framework/types"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../src/modules/availability"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../src/modules/inventory_management"
import { BOOKSTORE } from "./bookstore"
import { createDatabase, dropDatabase, TEMPLATE } from "./databases"
import { Shop } from "./shop"

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
  if (shared) testSuite(shared)
  else boot(testSuite)
}

/**
 * Every `runWithShop` within a file of `files` works with this one shop: it finds the database as it was after the
 * boot, and what its own beforeAll put there is what each of its tests starts from.
 */
export function shareOneShop(files: Record<string, () => void>): void {
  const afterBoot = `truestock_boot_${ulid().toLowerCase()}`
  boot((booted, { snapshot, restore }) => {
    beforeAll(() => snapshot({ templateName: afterBoot }))
    afterAll(() => dropDatabase(afterBoot))
    shared = booted
    for (const [name, register] of Object.entries(files)) {
      describe(name, () => {
        beforeAll(() => restore({ templateName: afterBoot }))
        register()
        beforeAll(() => snapshot())
      })
    }
    shared = undefined
  })
}

type Databases = Record<"snapshot" | "restore", (of?: { templateName: string }) => Promise<void>>

function boot(testSuite: (booted: Booted, databases: Databases) => void): void {
  const dbName = `truestock_test_${ulid().toLowerCase()}`
  // The runner takes a database that exists, and then finds nothing left to migrate.
  beforeAll(() => createDatabase(dbName, TEMPLATE))
  medusaIntegrationTestRunner({
    cwd: BOOKSTORE,
    dbName,
    testSuite: ({ api, getContainer, dbUtils }) => {
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
        get stock() {
          return getContainer().resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
        },
        get inventory() {
          return getContainer().resolve<IInventoryService>(Modules.INVENTORY)
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
      beforeAll(rest)
      beforeEach(async () => {
        // Nobody is written to but where a test says so: messages would still be on their way when it has ended.
        Object.assign(booted.availability.storeOptions, { alerts: null })
        await booted.availability.__hooks.onApplicationStart()
        await booted.stock.__hooks.onApplicationStart()
      })
      afterEach(rest)
      testSuite(booted, dbUtils as unknown as Databases)
    },
  })
}
