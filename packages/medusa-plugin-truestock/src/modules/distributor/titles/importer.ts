import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { toIsbn10 } from "truestock-distributor-feeds"
import type { TruestockOptions } from "../../../options"
import type { TitleCaches } from "../caches/title-caches"
import type { Run } from "../runs/run"
import { assertLease } from "../runs/assert-lease"
import { addCounts } from "../runs/sql/add-counts"
import type { SourceOptions } from "../sources/source-options"
import { readSourceState } from "../sources/sql/source-state"
import { settleTitles } from "./settle-titles"
import { matchVariants, type VariantOfTitle } from "./sql/match-variants"
import { noteImported, noteNotImported } from "./sql/note-imported"
import { type ProductBrand, putBrands } from "./sql/put-brands"
import { countToImport, titlesToImport } from "./sql/titles-to-import"
import type { Title } from "./title"

/** What an import does to the queue; what it does to the shop is done by workflows. */
export class Importer {
  constructor(
    private readonly connection: Knex,
    private readonly options: TruestockOptions,
    readonly source: SourceOptions,
    private readonly run: Run,
    private readonly caches: TitleCaches
  ) {}

  async count(): Promise<number> {
    return countToImport(this.connection, { source_id: this.source.id, eans: this.run.target.eans ?? null })
  }

  async page(after: string, limit: number): Promise<Title[]> {
    const asked = { source_id: this.source.id, eans: this.run.target.eans ?? null, after, limit }
    return titlesToImport(this.connection, asked)
  }

  /** The shop's variants of titles; several of one title where the shop has it twice. */
  async match(titles: Title[]): Promise<Map<string, VariantOfTitle[]>> {
    const found = await matchVariants(
      this.connection,
      this.source.id,
      titles.map(({ ean13, record }) => ({ ean13, codes: codesOf(ean13, record?.identifiers?.upc ?? null) }))
    )
    const byTitle = new Map<string, VariantOfTitle[]>()
    for (const each of found) byTitle.set(each.ean13, [...(byTitle.get(each.ean13) ?? []), each])
    return byTitle
  }

  /** The titles are in the shop now: its levels, metadata and supply become what the queue says, in the same transaction. */
  async finish(pairs: { ean13: string; variant_id: string }[], brands: ProductBrand[]): Promise<void> {
    if (pairs.length === 0) return
    const { location_id } = await readSourceState(this.connection, this.source.id)
    await this.connection.transaction(async (tx) => {
      await assertLease(tx, this.run)
      await noteImported(tx, this.source.id, pairs)
      await putBrands(tx, this.options.brand, brands)
      const settling = { source: this.source, location_id: location_id!, run_id: this.run.id }
      const eans = pairs.map(({ ean13 }) => ean13)
      const levels = await settleTitles(tx, { ...settling, note: `${this.source.id}: imported` }, eans)
      await addCounts(tx, this.run.id, { applied: eans.length, levels })
    })
    await this.caches.clear(pairs.map(({ ean13 }) => ean13))
  }

  async refuse(
    titles: { ean13: string; sync_status: "skipped" | "failed"; reason: string }[]
  ): Promise<void> {
    if (titles.length > 0) await noteNotImported(this.connection, this.source.id, titles)
  }
}

/** A title's number in every form a shop may have written it. */
function codesOf(ean13: string, upc: string | null): string[] {
  const isbn10 = toIsbn10(ean13)
  const short = ean13.startsWith("0") ? [ean13.slice(1)] : []
  return [ean13, `0${ean13}`, ...short, ...(isbn10 ? [isbn10] : []), ...(upc ? [upc] : [])]
}
