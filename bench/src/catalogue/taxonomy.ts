import type { Statement } from "./statement.js"
import { id, SHUFFLED } from "./numbers.js"

const ROOTS = 10
const BRANCHES = 40
const LEAVES = 150

/** 10 categories with 4 below each, and 150 below those: 200. */
const TREE = `
  with recursive tree as (
    select i, null::int as parent, ${id("pcat", "i")} as mpath from generate_series(1, ${ROOTS}) i
    union all
    select child.i, tree.i, tree.mpath || '.' || ${id("pcat", "child.i")}
    from tree
    join (
      select i, (i - ${ROOTS + 1}) % ${ROOTS} + 1 as parent from generate_series(${ROOTS + 1}, ${ROOTS + BRANCHES}) i
      union all
      select i, (i - ${ROOTS + BRANCHES + 1}) % ${BRANCHES} + ${ROOTS + 1}
      from generate_series(${ROOTS + BRANCHES + 1}, ${ROOTS + BRANCHES + LEAVES}) i
    ) child on child.parent = tree.i
  )`

/** A category with five more below it: about a tenth of the catalogue. */
export const BIG_CATEGORY = "pcat_bench00000001"

/** The category of a leaf, and for every third product one from higher up beside it. */
export const CATEGORIES_OF_PRODUCT = `
  select ${id("prod")}, ${id("pcat", `g.i * 31 % ${LEAVES} + ${ROOTS + BRANCHES + 1}`)} from g
  union all
  select ${id("prod")}, ${id("pcat", `g.i * 37 % ${ROOTS + BRANCHES} + 1`)} from g where g.i % 3 = 0`

const BRANDS = 500

/** One of 500 publishers: a five-hundredth of the catalogue. */
export const BRAND = "brand_bench00000001"

export const BRANDS_OF_PRODUCTS: Statement = {
  what: "brands of products",
  sql: `insert into product_product_brand_brand (id, product_id, brand_id)
    select ${id("ppbb")}, ${id("prod")}, ${id("brand", `${SHUFFLED} % ${BRANDS} + 1`)} from g`,
}

export const TAXONOMY: Statement[] = [
  {
    what: "categories, collections and brands",
    sql: `
      ${TREE}
      insert into product_category (id, name, handle, mpath, is_active, rank, parent_category_id)
        select ${id("pcat", "i")}, 'Category ' || i, 'category-' || i, mpath, true, i,
          case when parent is not null then ${id("pcat", "parent")} end
        from tree order by i;
      insert into product_collection (id, title, handle)
        select ${id("pcol")}, 'Collection ' || i, 'collection-' || i from generate_series(1, 20) as g(i);
      insert into brand (id, name)
        select ${id("brand")}, 'Publisher ' || i from generate_series(1, ${BRANDS}) as g(i)`,
  },
]
