import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { messageOf } from "../../background/chore"
import { because } from "../../because"
import {
  DISTRIBUTOR_MODULE,
  type DistributorModuleService,
  type Importer,
  type RefusedTitle,
  type Run,
  type Title,
} from "../../modules/distributor"
import { type AdoptedVariant, adoptVariants } from "./adopt-variants"
import { newProduct } from "./new-product"
import { placeOf } from "./place-of"

/** Titles looked at together, and products made in one workflow: one that fails takes as few with it as possible. */
const PAGE = 500
const PRODUCTS_AT_ONCE = 50

export type ImportProgress = {
  total: number
  looked_at: number
  created: number
  adopted: number
  failed: number
  waiting: number
}

/**
 * Makes products of the titles in a source's queue, and stocks those that the shop has already. Title, price, categories
 * and status of a product that is there stay as they are. A title without a name waits in the queue. Yields how far it
 * is; stopped anywhere, the next run goes on, since what is done is marked in the transaction that does it.
 */
export async function* importTitles(
  container: MedusaContainer,
  run: Run,
  { beat, signal }: { beat: () => Promise<void>; signal?: AbortSignal }
): AsyncGenerator<ImportProgress> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const importer = await distributor.importerOf(run, signal)
  const most = run.target.limit ?? Infinity
  const done: ImportProgress = {
    ...{
      total: Math.min(most, await importer.count()),
      looked_at: 0,
      created: 0,
      adopted: 0,
      failed: 0,
      waiting: 0,
    },
  }
  let after = ""
  while (done.looked_at < most) {
    const titles = await importer.page(after, Math.min(PAGE, most - done.looked_at))
    if (titles.length === 0) return
    await importPage(container, importer, { titles, run, done, beat })
    done.looked_at += titles.length
    after = titles.at(-1)!.ean13
    yield done
  }
}

type Page = { titles: Title[]; run: Run; done: ImportProgress; beat: () => Promise<void> }

async function importPage(
  container: MedusaContainer,
  importer: Importer,
  { titles, run, done, beat }: Page
): Promise<void> {
  const matched = await importer.match(titles)
  const absent = titles.filter(({ ean13 }) => !matched.has(ean13))
  const refused: RefusedTitle[] = []
  const there: AdoptedVariant[] = []
  for (const { ean13, record } of titles) {
    const match = matched.get(ean13)
    if (!match) continue
    if ("refused" in match) refused.push({ ean13, sync_status: "failed", reason: match.refused })
    else there.push({ ...match.variant, record })
  }
  const unnamed = absent.filter(({ record }) => !record.title?.title)
  done.waiting += unnamed.length
  done.failed += refused.length
  if (run.is_dry_run) {
    done.adopted += there.length
    done.created += absent.length - unnamed.length
    return
  }
  await importer.refuse(refused)
  const adopted = await because({ reason: "sync", note: `${importer.source.id}: imported` }, () =>
    adoptVariants(container, importer, there)
  )
  done.adopted += adopted.done
  done.failed += adopted.failed
  const named = absent.filter((title) => !unnamed.includes(title))
  for (let at = 0; at < named.length; at += PRODUCTS_AT_ONCE) {
    await beat()
    await createProducts(container, importer, named.slice(at, at + PRODUCTS_AT_ONCE), done)
  }
}

/** In one workflow; where it fails, one by one, so that each title learns what was wrong with it. */
async function createProducts(
  container: MedusaContainer,
  importer: Importer,
  titles: Title[],
  done: ImportProgress
): Promise<void> {
  let made: Map<string, Made>
  try {
    made = await create(container, importer, titles)
  } catch (error) {
    if (titles.length > 1) {
      for (const title of titles) await createProducts(container, importer, [title], done)
      return
    }
    const reason = messageOf(error).slice(0, 500)
    await importer.refuse([{ ean13: titles[0]!.ean13, sync_status: "failed", reason }])
    done.failed++
    return
  }
  // What goes wrong from here on is not the titles' fault: it ends the run, and the next one adopts what was made.
  await importer.finish(
    titles.map(({ ean13 }) => ({ ean13, variant_id: made.get(ean13)!.variant_id })),
    {
      brands: titles.flatMap(({ ean13, record }) =>
        record.title?.publisher
          ? [{ product_id: made.get(ean13)!.product_id, name: record.title.publisher }]
          : []
      ),
    }
  )
  done.created += titles.length
}

type Made = { product_id: string; variant_id: string }

/** The products by the EAN of their title. */
async function create(
  container: MedusaContainer,
  importer: Importer,
  titles: Title[]
): Promise<Map<string, Made>> {
  const place = await placeOf(container, importer.source.id)
  const products = titles.map((title) => newProduct(title, importer.source, place)!)
  const { result } = await createProductsWorkflow(container).run({ input: { products } })
  return new Map(
    result.map(({ id, variants: [variant] }) => [variant!.sku!, { product_id: id, variant_id: variant!.id }])
  )
}
