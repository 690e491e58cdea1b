import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { quoted, TruestockError } from "../../../errors"
import { namedIn } from "./choose-target"
import { parseQuantities, type QuantityLine } from "./parse-quantities"
import { planLocations, type PlannedLocation } from "./plan-locations"
import { A_QUANTITY, readQuantity } from "./quantity"
import { type KnownShop, NAMING_FIELDS, type Setup, type VariantFacts } from "./setup"
import { parseSetup } from "./setup-input"
import { countVariants } from "./sql/count-variants"
import { findUnknownNames } from "./sql/find-unknown-names"
import { findVariants } from "./sql/find-variants"
import { oldColumnExists } from "./sql/old-column-exists"
import { oneAtATime } from "./sql/one-at-a-time"
import { pageOfVariants } from "./sql/page-of-variants"
import { type OpenedLevel, type Opening, readOpenings } from "./sql/read-openings"
import { readShop } from "./sql/read-shop"
import { OLD_COLUMN, readSimpleQuantities, type SimpleField } from "./sql/read-simple-quantities"

/** Variants that are looked up at a time. */
const ASKED_AT_ONCE = 5_000

/** Setting a shop up: what there is, and what is missing of what is wanted. Writes nothing. */
export class InventorySetup {
  constructor(
    private readonly connection: Knex,
    private readonly allowFractions: boolean
  ) {}

  /** Reads the text of a setup file, and lays it against the shop. @throws invalid_setup, invalid_quantity */
  async plan(json: string): Promise<{ setup: Setup; locations: PlannedLocation[] }> {
    const setup = parseSetup(json, this.allowFractions)
    const locations = planLocations(setup, await this.readShop())
    const named = namedIn(setup)
    for (const field of NAMING_FIELDS) {
      const names = named.filter((each) => each.field === field)
      const asked = names.map(({ name }) => name)
      const [unknown] = asked.length > 0 ? await findUnknownNames(this.connection, field, asked) : []
      if (unknown === undefined) continue
      const { where } = names.find(({ name }) => name === unknown)!
      throw new TruestockError(
        "invalid_setup",
        `${where}: ${quoted(unknown)} is no ${field} of this shop; use its name, handle or id.`
      )
    }
    return { setup, locations }
  }

  async readShop(): Promise<KnownShop> {
    return readShop(this.connection)
  }

  async countVariants(): Promise<number> {
    return countVariants(this.connection)
  }

  /** The next variants by id. */
  async pageOfVariants(after: string, limit: number): Promise<VariantFacts[]> {
    return pageOfVariants(this.connection, after, limit)
  }

  /** What planning must know of variants, by id. */
  async variantsOf(ids: string[]): Promise<VariantFacts[]> {
    return pageOfVariants(this.connection, "", ids.length, ids)
  }

  /** What is to be stocked, by the variants' items, less the levels that exist. */
  async readOpenings(openings: Opening[]): Promise<OpenedLevel[]> {
    return readOpenings(this.connection, openings)
  }

  /** Does some work while no other setup does. */
  async oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
    return oneAtATime(this.connection, work)
  }

  /** @throws invalid_parameter where the shop has no such column */
  async assertFieldExists(field: SimpleField): Promise<void> {
    if (field.kind !== "column" || (await oldColumnExists(this.connection))) return
    throw new TruestockError(
      "invalid_parameter",
      `from has the value "column:${OLD_COLUMN}", but product_variant has no such column; use metadata:<key> or csv:<file>.`
    )
  }

  /** What the shop's field says of variants, by variant. @throws invalid_quantity */
  async readSimpleQuantities(field: SimpleField, variant_ids: string[]): Promise<Map<string, number>> {
    const said = await readSimpleQuantities(this.connection, field, variant_ids)
    return new Map(
      said.map(({ variant_id, value }) => {
        const quantity = readQuantity(value, this.allowFractions)
        if (quantity !== null) return [variant_id, quantity]
        const what = field.kind === "column" ? OLD_COLUMN : `metadata ${quoted(field.key)}`
        throw new TruestockError(
          "invalid_quantity",
          `${what} of variant ${variant_id} has the value ${quoted(value)}; use ${A_QUANTITY}.`
        )
      })
    )
  }

  /**
   * What a CSV file says of variants, by variant.
   *
   * @throws invalid_csv, invalid_quantity, duplicate_row, variant_not_found; each names the line
   */
  async readCsvQuantities(csv: string): Promise<Map<string, number>> {
    const lines = parseQuantities(csv, this.allowFractions)
    const found = new Map<string, QuantityLine>()
    for (let from = 0; from < lines.length; from += ASKED_AT_ONCE) {
      const asked = lines.slice(from, from + ASKED_AT_ONCE)
      const ids = await findVariants(this.connection, asked)
      asked.forEach((line, n) => keep(found, line, ids[n] ?? null))
    }
    return new Map([...found].map(([variant_id, { quantity }]) => [variant_id, quantity]))
  }
}

/** A variant may have been named by its id in one line and by its SKU in another. */
function keep(found: Map<string, QuantityLine>, line: QuantityLine, variant_id: string | null): void {
  if (variant_id === null) {
    const name = line.variant_id ? `id ${quoted(line.variant_id)}` : `SKU ${quoted(line.sku)}`
    throw new TruestockError(
      "variant_not_found",
      `Line ${line.line}: no variant has the ${name}. Correct it, or take the line out.`
    )
  }
  const before = found.get(variant_id)
  if (before) {
    throw new TruestockError(
      "duplicate_row",
      `Lines ${before.line} and ${line.line} are both about variant ${variant_id}. Keep one.`
    )
  }
  found.set(variant_id, line)
}
