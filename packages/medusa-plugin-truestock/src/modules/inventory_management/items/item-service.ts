import { Costs } from "../costs/costs"
import { LocationService } from "../locations/location-service"
import type { Asking } from "../perform-operation"
import type { InventoryItem, InventoryItemInput, InventoryLevel, InventoryLevelInput } from "./item"
import { Items } from "./items"

/** Inventory items, their levels, and what they cost. */
export class ItemService extends LocationService {
  /** Inventory items and levels: made, taken back, and kept as their variants are. */
  get items(): Items {
    return new Items(this.connection, this.options)
  }

  /**
   * Makes an inventory item of Medusa's, with a variant that variant's; without levels.
   *
   * @throws duplicate_sku, variant_not_found, variant_has_item, invalid_item, invalid_key, key_in_use, key_reused
   */
  async createInventoryItem(input: InventoryItemInput, asking?: Asking): Promise<InventoryItem> {
    return this.items.create(input, asking)
  }

  /**
   * Makes an item's level at a location, with its opening stock, which the ledger keeps with its reason.
   *
   * @throws duplicate_level, item_not_found, unknown_location, invalid_quantity, invalid_level, invalid_key, key_in_use,
   *   key_reused
   */
  async createInventoryLevel(input: InventoryLevelInput, asking?: Asking): Promise<InventoryLevel> {
    return this.items.createLevel(input, asking)
  }

  /** What items cost, said by hand. */
  get costs(): Costs {
    return new Costs(this.connection)
  }
}
