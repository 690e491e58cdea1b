import { randomUUID } from "node:crypto"
import type { Connection } from "../../src/database/connection"

/** One level of Medusa's inventory, written and read by raw SQL: as a caller that knows nothing of us. */
export class Level {
  constructor(
    private readonly connection: Connection,
    readonly inventory_item_id: string,
    readonly location_id: string
  ) {}

  private get where() {
    return { inventory_item_id: this.inventory_item_id, location_id: this.location_id }
  }

  /** The same level as another connection or transaction sees it. */
  on(connection: Connection): Level {
    return new Level(connection, this.inventory_item_id, this.location_id)
  }

  async reserve(quantity: number | string, more: Record<string, unknown> = {}): Promise<string> {
    const id = `resitem_${randomUUID()}`
    await this.connection("reservation_item").insert({
      id,
      ...this.where,
      quantity,
      raw_quantity: { value: String(quantity), precision: 20 },
      ...more,
    })
    return id
  }

  async stock(stocked_quantity: number): Promise<void> {
    await this.connection("inventory_level")
      .where(this.where)
      .update({ stocked_quantity, raw_stocked_quantity: { value: String(stocked_quantity), precision: 20 } })
  }

  async read(): Promise<{ id: string; stocked: number; reserved: number; raw_reserved: number }> {
    const row = await this.connection("inventory_level").where(this.where).whereNull("deleted_at").first()
    return {
      id: row.id,
      stocked: Number(row.stocked_quantity),
      reserved: Number(row.reserved_quantity),
      raw_reserved: Number(row.raw_reserved_quantity?.value),
    }
  }

  /** The sum of the live reservations. */
  async promised(): Promise<number> {
    const [row] = await this.connection("reservation_item")
      .where(this.where)
      .whereNull("deleted_at")
      .sum("quantity as sum")
    return Number(row!.sum ?? 0)
  }

  /** The level's movements, oldest first: kind, and what it did to stocked and reserved. */
  async movements(): Promise<[kind: string, stocked: number, reserved: number][]> {
    const rows = await this.connection("stock_movement").where(this.where).orderBy("id")
    return rows.map((row) => [row.kind, Number(row.stocked_delta), Number(row.reserved_delta)])
  }
}
