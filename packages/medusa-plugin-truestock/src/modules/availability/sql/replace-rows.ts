import { type Connection, query, type Transaction } from "../../../database/connection"

/** A table of the read model: its key within a product, and the columns the refresh decides, with their types. */
export type ReadModelTable = {
  name: string
  key: string[]
  columns: Record<string, string>
  /** Columns whose change must be known further on, by what it is answered as, and what their rows held before. */
  watched?: Record<`is_${string}`, string[]>
  remembered?: string[]
}

/** A row that came, went or changed. */
export type Replaced = {
  product_id: string
} & Record<string, unknown>

const WITH_ID = { id: "text", product_id: "text" }

const DECIDED = {
  status: "text",
  reason: "text",
  purchasable: "boolean",
  quantity: "integer",
}

const PROMISED = {
  available_on: "timestamptz",
  lead_time_min_days: "integer",
  lead_time_max_days: "integer",
  eta: "timestamptz",
  note: "text",
}

export const CHANNEL_TABLE: ReadModelTable = {
  name: "availability_channel",
  key: ["product_id", "sales_channel_id"],
  columns: {
    sales_channel_id: "text",
    ...DECIDED,
    ...PROMISED,
    is_published: "boolean",
    title: "text",
    subtitle: "text",
    handle: "text",
    thumbnail: "text",
    collection_id: "text",
    type_id: "text",
    brand_id: "text",
    brand_name: "text",
    category_ids: "text[]",
    tag_ids: "text[]",
    prices: "jsonb",
    sort_title: "text",
    search: "tsvector",
    codes: "text[]",
    product_created_at: "timestamptz",
    product_updated_at: "timestamptz",
  },
  // What listing/sql/ keeps its entries by.
  watched: {
    is_relisted: [
      ...["status", "purchasable", "is_published", "category_ids", "prices"],
      ...["sort_title", "product_created_at", "product_updated_at"],
    ],
    // A row without sort title is one from before there were entries: everything about it is new.
    is_moved: ["is_published", "category_ids", "prices", "sort_title"],
  },
  remembered: ["category_ids"],
}

/** The same where only the stock has changed: rows of every channel are there, and keep what describes the product. */
const STOCK_OF_CHANNEL_TABLE: ReadModelTable = {
  ...CHANNEL_TABLE,
  columns: { sales_channel_id: "text", ...DECIDED, ...PROMISED },
  watched: { is_relisted: ["status", "purchasable"] },
}

export const VARIANT_TABLE: ReadModelTable = {
  name: "availability_variant",
  key: ["product_id", "variant_id", "sales_channel_id"],
  columns: {
    variant_id: "text",
    sales_channel_id: "text",
    ...DECIDED,
    available_quantity: "integer",
    max_single_location: "integer",
    ...PROMISED,
  },
}

export const LOCATION_TABLE: ReadModelTable = {
  name: "availability_location",
  key: ["product_id", "variant_id", "location_id", "sales_channel_id"],
  columns: {
    variant_id: "text",
    location_id: "text",
    sales_channel_id: "text",
    ...DECIDED,
    available_quantity: "integer",
    ...PROMISED,
  },
}

/** The tables of the read model, with what read-model-rows.ts calls their rows. */
export const READ_MODEL = [
  ["channels", CHANNEL_TABLE],
  ["variants", VARIANT_TABLE],
  ["locations", LOCATION_TABLE],
] as const

export const STOCK_OF_READ_MODEL = [
  ["channels", STOCK_OF_CHANNEL_TABLE],
  ["variants", VARIANT_TABLE],
  ["locations", LOCATION_TABLE],
] as const

const list = (columns: string[], prefix = "") => columns.map((column) => prefix + column).join(", ")
const differ = (columns: string[]) => `(${list(columns, "w.")}) is distinct from (${list(columns, "s.")})`

const columnsOf = (table: ReadModelTable) => ({ ...WITH_ID, ...table.columns })
const comparedOf = ({ columns, key }: ReadModelTable) =>
  Object.keys(columns).filter((name) => !key.includes(name))

/** What of a stored row is looked at. Never all of it: what describes a product is a kilobyte, and would be sorted along. */
const standingOf = (table: ReadModelTable) => [
  ...new Set([...table.key, ...comparedOf(table), ...(table.remembered ?? [])]),
]

/** `differing`: the keys of rows that ought to come, go or change; `wanted` and `standing`, what it compares. */
function differingSql(table: ReadModelTable): string {
  const types = Object.entries(columnsOf(table)).map(([name, type]) => `${name} ${type}`)
  return `wanted as materialized (
       select * from json_to_recordset(cast(:rows as json)) as r(${types.join(", ")})
     ), standing as materialized (
       select ${list(standingOf(table))}, ctid as place from ${table.name} where product_id = any(cast(:product_ids as text[]))
     ), differing as materialized (
       select ${list(table.key)}, w.id is null as is_gone, s.place
         ${Object.entries(table.watched ?? {})
           .map(([name, columns]) => `, ${differ(columns)} as ${name}`)
           .join("")}
         ${(table.remembered ?? []).map((column) => `, s.${column}`).join("")}
       from wanted w full join standing s using (${list(table.key)})
       where ${differ(comparedOf(table))}
     )`
}

/**
 * Makes the rows of these products exactly the given ones, in one statement: what is not among them goes, what is
 * new comes, and only what differs is written (an unchanged row gets no new version, and its id stays). Answers what
 * differed. The products are locked by the caller, so nobody else writes these rows, and what was found missing is
 * inserted without ON CONFLICT's second look, and what was found is written where it was found.
 */
export function replaceRows(
  tx: Transaction,
  table: ReadModelTable,
  productIds: string[],
  rows: Record<string, unknown>[]
): Promise<Replaced[]> {
  const names = Object.keys(columnsOf(table))
  const key = list(table.key)
  const assigned = comparedOf(table).map((column) => `${column} = w.${column}`)
  return query<Replaced>(
    tx,
    `with ${differingSql(table)}, gone as (
       delete from ${table.name} t using differing d where d.is_gone and t.ctid = d.place
     ), changed as (
       update ${table.name} t set ${assigned.join(", ")}, updated_at = now()
       from differing d join wanted w using (${key})
       where not d.is_gone and t.ctid = d.place
     ), come as (
       insert into ${table.name} (${list(names)})
       select ${list(names, "w.")} from wanted w join differing d using (${key}) where d.place is null
     )
     select * from differing`,
    { rows: JSON.stringify(rows), product_ids: productIds }
  )
}

/** Which of these products have rows that are not the given ones. Changes and locks nothing. */
export async function compareRows(
  connection: Connection,
  table: ReadModelTable,
  productIds: string[],
  rows: Record<string, unknown>[]
): Promise<string[]> {
  const differing = await query<{ product_id: string }>(
    connection,
    `with ${differingSql(table)} select distinct product_id from differing`,
    { rows: JSON.stringify(rows), product_ids: productIds }
  )
  return differing.map((row) => row.product_id)
}
