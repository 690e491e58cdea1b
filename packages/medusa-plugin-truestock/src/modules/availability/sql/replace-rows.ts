import { query, type Transaction } from "../../../database/connection"

/** A table of the read model: its key within a product, and the columns the refresh decides, with their types. */
export type ReadModelTable = {
  name: string
  key: string[]
  columns: Record<string, string>
}

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
    handle: "text",
    thumbnail: "text",
    collection_id: "text",
    type_id: "text",
    brand_id: "text",
    category_ids: "text[]",
    tag_ids: "text[]",
    prices: "jsonb",
    product_created_at: "timestamptz",
    product_updated_at: "timestamptz",
  },
}

export const VARIANT_TABLE: ReadModelTable = {
  name: "availability_variant",
  key: ["product_id", "variant_id", "sales_channel_id"],
  columns: {
    variant_id: "text",
    sales_channel_id: "text",
    ...DECIDED,
    available_quantity: "integer",
    ...PROMISED,
  },
}

export const LOCATION_TABLE: ReadModelTable = {
  name: "availability_location",
  key: ["product_id", "variant_id", "location_id"],
  columns: {
    variant_id: "text",
    location_id: "text",
    ...DECIDED,
    available_quantity: "integer",
    ...PROMISED,
  },
}

/**
 * Makes the rows of these products exactly the given ones, in one statement: what is not among them goes, what is
 * new comes, and only what differs is written (an unchanged row gets no new version, and its id stays).
 * The products are locked by the caller, so nobody else writes these rows.
 */
export async function replaceRows(
  tx: Transaction,
  table: ReadModelTable,
  productIds: string[],
  rows: Record<string, unknown>[]
): Promise<void> {
  const all = { ...WITH_ID, ...table.columns }
  const names = Object.keys(all)
  const compared = Object.keys(table.columns).filter((name) => !table.key.includes(name))
  const list = (columns: string[], prefix = "") => columns.map((column) => prefix + column).join(", ")

  await query(
    tx,
    `with wanted as materialized (
       select * from json_to_recordset(cast(:rows as json))
         as r(${Object.entries(all)
           .map(([name, type]) => `${name} ${type}`)
           .join(", ")})
     ), gone as (
       delete from ${table.name} t
       where t.product_id = any(cast(:product_ids as text[]))
         and not exists (select 1 from wanted w where (${list(table.key, "w.")}) = (${list(table.key, "t.")}))
     )
     insert into ${table.name} as t (${list(names)})
     select ${list(names)} from wanted
     on conflict (${list(table.key)}) do update
       set ${compared.map((column) => `${column} = excluded.${column}`).join(", ")}, updated_at = now()
       where (${list(compared, "t.")}) is distinct from (${list(compared, "excluded.")})`,
    { rows: JSON.stringify(rows), product_ids: productIds }
  )
}
