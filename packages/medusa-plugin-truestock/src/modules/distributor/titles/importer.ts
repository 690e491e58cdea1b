import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readEan13, toIsbn10 } from "truestock-distributor-feeds"
import type { TruestockOptions } from "../../../options"
import type { TitleCaches } from "../caches/title-caches"
import { chooseVariant } from "../rules/choose-variant"
import type { Run } from "../runs/run"
import { assertLease } from "../runs/assert-lease"
import { addCounts } from "../runs/sql/add-counts"
import type { SourceOptions } from "../sources/source-options"
import { readSourceState } from "../sources/sql/source-state"
import { settleTitles } from "./settle-titles"
import { findClaims } from "./sql/find-claims"
import { matchVariants, type VariantOfTitle } from "./sql/match-variants"
import { noteImported, noteNotImported, type RefusedTitle } from "./sql/note-imported"
import { type ProductBrand, putBrands } from "./sql/put-brands"
import { replaceBrands } from "./sql/replace-brands"
import { countToImport, titlesToImport } from "./sql/titles-to-import"
import type { Title } from "./title"
import type { UpdateField } from "./update-fields"

/** A title's variant, or why it has none although the shop knows its number. */
export type MatchedTitle = { variant: VariantOfTitle } | { refused: string }

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
    return countToImport(this.connection, this.asked)
  }

  async page(after: string, limit: number): Promise<Title[]> {
    return titlesToImport(this.connection, { ...this.asked, after, limit })
  }

  /** What is to be changed of products that the shop has: as the run was asked, else as the source's options say. */
  get updates(): readonly UpdateField[] {
    return this.run.target.update ?? this.source.update_existing
  }

  /** Who asks for a change of products means those that are imported already, too. */
  private get asked() {
    const { eans = null, update = [] } = this.run.target
    return { source_id: this.source.id, eans, with_imported: update.length > 0 }
  }

  /** The shop's variants of titles, by EAN; nothing of those that the shop does not have. */
  async match(titles: Title[]): Promise<Map<string, MatchedTitle>> {
    const found = await matchVariants(
      this.connection,
      this.source.id,
      titles.map(({ ean13, record }) => ({ ean13, codes: codesOf(ean13, record?.identifiers?.upc ?? null) }))
    )
    const carried = found.map(({ variant_id, numbers }) => ({ variant_id, numbers: eansAmong(numbers) }))
    const claims = [
      ...(await findClaims(this.connection, this.source.id, carried)),
      ...found.map(({ ean13, variant_id }) => ({ ean13, variant_id, is_imported: false })),
    ]
    return new Map(
      titles.flatMap(({ ean13 }) => {
        const variants = found.filter((each) => each.ean13 === ean13)
        const chosen = chooseVariant(ean13, variants, claims)
        return chosen ? [[ean13, chosen] as const] : []
      })
    )
  }

  /** The titles are in the shop now: its levels, metadata and supply become what the queue says, in the same transaction. */
  async finish(
    pairs: { ean13: string; variant_id: string }[],
    { brands, replaced = [] }: { brands: ProductBrand[]; replaced?: ProductBrand[] }
  ): Promise<void> {
    if (pairs.length === 0) return
    const { location_id } = await readSourceState(this.connection, this.source.id)
    await this.connection.transaction(async (tx) => {
      await assertLease(tx, this.run)
      await noteImported(tx, this.source.id, pairs)
      await putBrands(tx, this.options.brand, brands)
      await replaceBrands(tx, this.options.brand, replaced)
      const settling = { source: this.source, location_id: location_id!, run_id: this.run.id }
      const eans = pairs.map(({ ean13 }) => ean13)
      const levels = await settleTitles(tx, { ...settling, note: `${this.source.id}: imported` }, eans)
      await addCounts(tx, this.run.id, { applied: eans.length, levels })
    })
    await this.caches.clear(pairs.map(({ ean13 }) => ean13))
  }

  async refuse(titles: RefusedTitle[]): Promise<void> {
    if (titles.length > 0) await noteNotImported(this.connection, this.source.id, titles)
  }
}

/** A title's number in every form a shop may have written it. */
function codesOf(ean13: string, upc: string | null): string[] {
  const isbn10 = toIsbn10(ean13)
  const short = ean13.startsWith("0") ? [ean13.slice(1)] : []
  return [ean13, `0${ean13}`, ...short, ...(isbn10 ? [isbn10] : []), ...(upc ? [upc] : [])]
}

/** The titles that a variant's numbers name; what is no EAN, such as a SKU of the shop's own, names none. */
const eansAmong = (numbers: string[]): string[] => [
  ...new Set(
    numbers.flatMap((text) => {
      const reading = readEan13(text)
      return "ean13" in reading ? [reading.ean13] : []
    })
  ),
]
