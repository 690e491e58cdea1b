import { useMutation } from "@tanstack/react-query"
import type { StockLookup } from "../lib/adjust-many/answers"
import type { GridRow } from "../lib/adjust-many/grid-row"
import type { Known } from "../lib/adjust-many/preview"
import { client } from "../lib/client"
import { allLocations } from "../lib/locations/all-locations"

/** No SKU is longer: such a text is of none, and the server need not be asked. */
const LONGEST_SKU = 255

/** Reads what the rows of a grid are judged by, anew each time that it is asked to. */
export function useKnownStock() {
  return useMutation({
    mutationFn: async (rows: readonly GridRow[]): Promise<Known> => {
      const skus = [...new Set(rows.map(({ sku }) => sku.trim()))].filter(
        (sku) => sku !== "" && sku.length <= LONGEST_SKU
      )
      const [locations, { inventory_items, allow_fractions }] = await Promise.all([
        allLocations(),
        client.client.fetch<StockLookup>("/admin/inventory/levels/lookup", {
          method: "POST",
          body: { skus },
        }),
      ])
      const items = new Map(inventory_items.flatMap((item) => (item.sku ? [[item.sku, item] as const] : [])))
      return { items, locations, allow_fractions }
    },
  })
}
