import type { Connection } from "../../../database/connection"
import { newId } from "../../../database/new-id"
import type { TruestockOptions } from "../../../options"
import { type Asking, performOperation } from "../perform-operation"
import type { Followed, InventoryItem, InventoryItemInput, InventoryLevel, InventoryLevelInput } from "./item"
import { parseItem, parseLevel } from "./item-input"

/** next_variant_id: a variant that waits for the SKU which is free now. */
type FollowedOne = Omit<Followed, "variant_id"> & { next_variant_id: string | null }

/** Inventory items and levels of Medusa's: made, taken back, and kept as their variants are. */
export class Items {
  constructor(
    private readonly connection: Connection,
    private readonly options: TruestockOptions
  ) {}

  /** As createInventoryItem of the module. */
  async create(given: InventoryItemInput, asking?: Asking): Promise<InventoryItem> {
    const asked = parseItem(given)
    const input = { id: newId("iitem"), link_id: newId("pvitem"), ...asked }
    return this.perform("create_item", { input, asked }, asking)
  }

  /** As createInventoryLevel of the module. */
  async createLevel(given: InventoryLevelInput, asking?: Asking): Promise<InventoryLevel> {
    const asked = parseLevel(given, this.options.allow_fractions)
    return this.perform("create_level", { input: { id: newId("ilev"), ...asked }, asked }, asking)
  }

  /**
   * Deletes an item that was made, and its link. One that is gone is no error.
   *
   * @throws item_in_use where it has a level by now
   */
  async takeBack({ id }: Pick<InventoryItem, "id">, asking?: Asking): Promise<{ deleted: boolean }> {
    return this.perform("take_back_item", { input: { id } }, asking)
  }

  /**
   * Deletes a level that was made. One that is gone is no error.
   *
   * @throws level_in_use where it holds another stock than it was made with, or some of it is promised or held
   */
  async takeBackLevel(
    { id, stocked_quantity }: Pick<InventoryLevel, "id" | "stocked_quantity">,
    asking?: Asking
  ): Promise<{ deleted: boolean }> {
    return this.perform("take_back_level", { input: { id, stocked_quantity } }, asking)
  }

  /**
   * Gives the item of a variant the variant's SKU and title, or the variant an item: see operations/follow-variant.ts.
   * Then those that had to wait for the SKU which that has set free. Each in a transaction of its own; may be repeated.
   */
  async follow(variant_id: string, asking?: Asking): Promise<Followed[]> {
    const followed: Followed[] = []
    let next: string | null = variant_id
    while (next !== null && !followed.some(({ variant_id }) => variant_id === next)) {
      const { next_variant_id, ...done } = await this.followOne(next, asking)
      followed.push({ variant_id: next, ...done })
      next = next_variant_id
    }
    return followed
  }

  private async followOne(variant_id: string, asking?: Asking): Promise<FollowedOne> {
    const input = { variant_id, id: newId("iitem"), link_id: newId("pvitem") }
    return this.perform("follow_variant", { input }, asking)
  }

  private async perform<Answer>(
    operation: Parameters<typeof performOperation>[1],
    request: Parameters<typeof performOperation>[2],
    asking?: Asking
  ): Promise<Answer> {
    return (await performOperation<Answer>(this.connection, operation, request, asking)).answer
  }
}
