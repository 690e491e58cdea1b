import { type IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BEST_FIRST } from "../../src/modules/availability/status"
import type { Catalogue } from "./random-catalogue"
import type { Booted } from "./run-with-shop"

/** Of Postgres: a foreign key that points to nothing. */
const NO_SUCH_CATEGORY = "23503"

export type Writer = () => Promise<unknown>

/** Another writer may just have deleted what this one wants to change. */
const unless = (code: string) => (error: { code?: string }) => {
  if (error.code !== code) throw error
}

/** The same for the same seed, whatever else runs. */
export function picker(seed: number) {
  let state = seed
  return <T>(list: readonly T[]): T => {
    state = (state * 48_271) % 2_147_483_647
    return list[state % list.length]!
  }
}

/** Whoever changes a shop, in ways that move products about in the listing; each call is one change of these products. */
export function writersOf(
  booted: Booted,
  made: Catalogue,
  product_ids: string[],
  seed: number
): Record<string, Writer> {
  const pick = picker(seed)
  const product = () => pick(product_ids)
  const db = booted.connection
  const service = booted.container.resolve<IProductModuleService>(Modules.PRODUCT)
  const yesOrNo = () => pick([true, false])

  return {
    stock: () =>
      db.raw(
        `update inventory_level set stocked_quantity = ? where inventory_item_id in (
           select inventory_item_id from product_variant_inventory_item i join product_variant v on v.id = i.variant_id
           where v.product_id = ?)`,
        [pick([0, 1, 9, 11, 40]), product()]
      ),
    override: () => {
      const product_id = product()
      const done = yesOrNo()
        ? booted.availability.setOverride({ product_id, status: pick(BEST_FIRST) })
        : booted.availability.clearOverride({ product_id })
      return done.catch(unless("product_not_found"))
    },
    channel: () =>
      db.raw(
        `insert into product_sales_channel (id, product_id, sales_channel_id) values (?, ?, ?)
         on conflict (product_id, sales_channel_id) do update
           set deleted_at = case when product_sales_channel.deleted_at is null then now() end`,
        [`prodsc_${pick([1, 2, 3])}${Math.random()}`, product(), pick(made.channels)]
      ),
    publication: () =>
      db("product")
        .where({ id: product() })
        .update({ status: pick(["published", "draft"]) }),
    deletion: () =>
      db.raw("update product set deleted_at = case when deleted_at is null then now() end where id = ?", [
        product(),
      ]),
    title: () =>
      db("product")
        .where({ id: product() })
        .update({ title: pick(["Atlas", "ÉTOILE", "zebra", "lark"]) }),
    price: () =>
      db.raw(
        `update price set amount = ? where price_set_id in (
           select price_set_id from product_variant_price_set s join product_variant v on v.id = s.variant_id
           where v.product_id = ?)`,
        [pick([1, 5, 12.5]), product()]
      ),
    sorting: () => {
      const link = { product_id: product(), product_category_id: pick(made.categories) }
      return yesOrNo()
        ? db("product_category_product").insert(link).onConflict().ignore().catch(unless(NO_SUCH_CATEGORY))
        : db("product_category_product").where(link).delete()
    },
    // Not through core: beside a move, its own reading of the tree would break.
    category: () =>
      db("product_category")
        .where({ id: pick(made.categories) })
        .update(pick([{ is_active: yesOrNo() }, { is_internal: yesOrNo() }])),
    // The last six are leaves: they can move below any of the others.
    move: () =>
      service.updateProductCategories(pick(made.categories.slice(6)), {
        parent_category_id: pick(made.categories.slice(0, 6)),
      }),
  }
}
