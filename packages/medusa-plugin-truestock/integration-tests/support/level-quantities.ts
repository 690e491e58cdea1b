import type { Connection } from "../../src/database/connection"

type Quantities = [stocked: number, reserved: number, incoming: number]

/** What the levels of an item have, by location. Their twins in JSON, which core reads, must say the same. */
export async function eachLevel(connection: Connection, item: string): Promise<Record<string, Quantities>> {
  const levels = await connection("inventory_level")
    .where({ inventory_item_id: item })
    .whereNull("deleted_at")
    .orderBy("location_id")
  return Object.fromEntries(
    levels.map((level) => {
      const quantities = ["stocked", "reserved", "incoming"].map((of) => Number(level[`${of}_quantity`]))
      expect(
        ["stocked", "reserved", "incoming"].map((of) => Number(level[`raw_${of}_quantity`]?.value ?? 0))
      ).toEqual(quantities)
      return [level.location_id, quantities as Quantities]
    })
  )
}
