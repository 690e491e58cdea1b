import type { Count, CountLine as LineOfCount } from "../../../modules/inventory_management/stockroom/count"
import type { Incoming } from "../../../modules/inventory_management/stockroom/incoming"
import type { Transfer, TransferLine } from "../../../modules/inventory_management/stockroom/transfer"

/** An inventory item by what people call it. */
export type NamedItem = { inventory_item_id: string } & Called
export type Called = { sku: string | null; title: string | null; product_title?: string | null }

/** A row of GET /admin/inventory/incoming. */
export type Delivery = Incoming & NamedItem & { location_name: string | null }
export type DeliveryPage = { incoming: Delivery[]; count: number }

/** A row of GET /admin/inventory/transfers. */
export type TransferPaper = Omit<Transfer, "lines"> & {
  from_location_name: string | null
  to_location_name: string | null
  lines: NamedTransferLine[]
}
export type NamedTransferLine = TransferLine & NamedItem
export type TransferPage = { transfers: TransferPaper[]; count: number }

/** A row of GET /admin/inventory/counts. */
export type StockCount = Count & { location_name: string | null }
export type CountPage = { counts: StockCount[]; count: number }

/** A row of GET /admin/inventory/counts/:id/lines. */
export type CountLine = Omit<LineOfCount, "counted_at"> & { counted_at: string | null }
export type CountLinePage = { lines: CountLine[]; count: number }

/** A row of GET /admin/inventory, as far as a search for an item needs it. */
export type FoundItem = Called & {
  id: string
  levels: { location_id: string; available_quantity: number }[]
  total_available: number
}
