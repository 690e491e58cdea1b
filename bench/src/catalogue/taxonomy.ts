import type { Statement } from "./statement.js"
import { id } from "./numbers.js"

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

export const TAXONOMY: Statement[] = [
  {
    what: "categories and collections",
    sql: `
      ${TREE}
      insert into product_category (id, name, handle, mpath, is_active, rank, parent_category_id)
        select ${id("pcat", "i")}, 'Category ' || i, 'category-' || i, mpath, true, i,
          case when parent is not null then ${id("pcat", "parent")} end
        from tree order by i;
      insert into product_collection (id, title, handle)
        select ${id("pcol")}, 'Collection ' || i, 'collection-' || i from generate_series(1, 20) as g(i)`,
  },
]
