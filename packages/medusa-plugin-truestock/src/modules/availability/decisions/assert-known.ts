import type { Connection } from "../../../database/connection"
import { quoted, TruestockError } from "../../../errors"
import { isStorable } from "../../../storable-text"
import { channelExists } from "../sql/channel-exists"
import { findProducts } from "../sql/find-products"
import { isVariantOf } from "../sql/is-variant-of"
import { locationExists } from "../sql/location-exists"

/** @throws product_not_found */
export async function assertProduct(connection: Connection, product_id: string): Promise<void> {
  if (!isStorable(product_id) || !(await findProducts(connection, [product_id])).has(product_id)) {
    throw new TruestockError("product_not_found", `Product ${product_id} not found`)
  }
}

type Named = { product_id: string; variant_id?: string | null }

/** @throws variant_not_found; without one there is nothing to look for, as below */
export async function assertVariant(
  connection: Connection,
  { product_id, variant_id }: Named
): Promise<void> {
  if (variant_id && !(await isVariantOf(connection, variant_id, product_id))) {
    throw new TruestockError(
      "variant_not_found",
      `Variant ${quoted(variant_id)} not found in product ${product_id}`
    )
  }
}

/** @throws sales_channel_not_found */
export async function assertChannel(connection: Connection, id: string | null | undefined): Promise<void> {
  if (id && !(await channelExists(connection, id))) {
    throw new TruestockError("sales_channel_not_found", `Sales channel ${quoted(id)} not found`)
  }
}

/** @throws unknown_location */
export async function assertLocation(connection: Connection, id: string | null | undefined): Promise<void> {
  if (id && !(await locationExists(connection, id))) {
    throw new TruestockError("unknown_location", `Stock location ${quoted(id)} not found`)
  }
}
