import { mkdir, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { renderStockV2Row, syntheticEan13, syntheticRecord } from "truestock-distributor-feeds"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import type { ServiceProcess } from "../shop/service-process.js"

export const SOURCE = "ingram"

/** A folder of the distributor's, with one title per product of the catalogue. */
export class Files {
  private constructor(
    readonly folder: string,
    readonly eans: string[],
    private written: number
  ) {}

  static async open(parent: string, titles: number): Promise<Files> {
    const folder = join(parent, "feeds")
    await mkdir(folder)
    return new Files(
      folder,
      Array.from({ length: titles }, (_, n) => syntheticEan13(n)),
      0
    )
  }

  /** Writes a full in which title n has so many on hand; each is a minute newer than the one before. */
  async put(onHandOf: (n: number) => number): Promise<void> {
    const path = join(this.folder, "stockv2@ingram.dat")
    const rows = this.eans.map((ean13, n) =>
      renderStockV2Row(syntheticRecord({ ean13, locations: at(onHandOf(n)) }))
    )
    await writeFile(path, `${rows.join("\n")}\n`, "latin1")
    const modified = new Date(Date.now() - 3_600_000 + this.written++ * 60_000)
    await utimes(path, modified, modified)
  }
}

const at = (on_hand: number) =>
  ["TN", "OR", "IN", "PA"].map((code, n) => ({
    ...{ code, on_hand: n === 0 ? on_hand : 0, on_hand_qualifier: "exact" as const },
    ...{ on_order: 0, committed: null, stocked: true },
  }))

/**
 * Puts the file's titles into the shop: each product gets the EAN of one, and the queue is told so by SQL, since it is not
 * the import that is measured. Then the shop's stock is settled as after an import.
 */
export async function adopt(databaseUrl: string, files: Files, shop: ServiceProcess): Promise<void> {
  await step("Discover the titles", () => run(shop, { kind: "discover" }))
  await step("Tell which products they are", () =>
    withDatabase(databaseUrl, async (client) => {
      await client.query(
        `update product_variant v set ean = k.ean, manage_inventory = true
         from unnest(cast($1 as text[])) with ordinality as k(ean, n)
         join (select id, row_number() over (order by id) as n from product_variant) o using (n)
         where v.id = o.id`,
        [files.eans]
      )
      await client.query(
        `update distributor_title t set sync_status = 'imported', product_id = v.product_id, variant_id = v.id,
           inventory_item_id = i.inventory_item_id
         from product_variant v join product_variant_inventory_item i on i.variant_id = v.id where v.ean = t.ean13`
      )
      await client.query("vacuum analyze")
    })
  )
  await step("Settle their stock", () => run(shop, { kind: "settle" }))
}

/** Asks for a run, and does it. */
export async function run(
  shop: ServiceProcess,
  asked: { kind: string }
): Promise<{ status: string; counts: Record<string, number> }> {
  const done = await shop.perform({
    ...{ method: "truestock.distributorRun", calls: [[{ source_id: SOURCE, ...asked }]], clients: 1 },
    answers: true,
  })
  if (done.errors.length > 0) throw new Problem(`The ${asked.kind} failed: ${done.errors[0]}`)
  return done.answers![0] as { status: string; counts: Record<string, number> }
}
