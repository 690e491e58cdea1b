import { type Connection, query } from "../../src/database/connection"
import { eventually } from "./eventually"
import type { Booted } from "./run-with-shop"

export type Movement = {
  id: string
  inventory_item_id: string
  location_id: string
  kind: string
  reason: string | null
  correlation_id: string | null
  changes: { quantity: string; delta: number; balance: number }[]
  /** "order order_01...", sorted */
  references: string[]
}

/** Reads the books as a test goes on: each call answers what was written since the one before. */
export class Ledger {
  private last = "0"

  /** @param names what inventory items and locations are called in the test; what has no name is not mentioned */
  constructor(
    private readonly booted: Booted,
    private readonly names: Record<string, string>
  ) {}

  /** Leaves what was written so far behind. */
  async skip(): Promise<void> {
    this.last = (await this.read()).at(-1)?.id ?? this.last
  }

  /**
   * Expects that one piece of work wrote exactly these movements (in any order: core does some things in parallel),
   * that all of them carry one correlation, and that each refers to what is named, sooner or later: events tell.
   */
  async expect(expected: string[], references: string[] = []): Promise<Movement[]> {
    const movements = await eventually(async () => {
      const written = await this.read()
      expect(written.map((movement) => this.tell(movement)).sort()).toEqual([...expected].sort())
      for (const movement of written) {
        expect(movement.references).toEqual(expect.arrayContaining(references))
      }
      return written
    })
    if (movements.length > 0) {
      expect(new Set(movements.map(({ correlation_id }) => correlation_id)).size).toBe(1)
      expect(movements[0]!.correlation_id).not.toBeNull()
    }
    this.last = movements.at(-1)?.id ?? this.last
    return movements
  }

  /** Leaves behind what was written since, once the last of it refers to what is named. */
  async skipTo(reference: string): Promise<void> {
    await eventually(async () => {
      expect((await this.read()).at(-1)?.references).toContain(reference)
    })
    await this.skip()
  }

  /** What was written since, and stays unread. */
  async read(): Promise<Movement[]> {
    return readMovements(this.booted.connection, this.last)
  }

  /** "fulfil book: stocked -2 = 8" */
  tell({ kind, reason, inventory_item_id, location_id, changes }: Movement): string {
    const where = this.names[location_id] ? ` at ${this.names[location_id]}` : ""
    const why = reason === null ? "" : ` (${reason})`
    const what = changes
      .filter(({ delta }) => delta !== 0)
      .map(({ quantity, delta, balance }) => `${quantity} ${delta > 0 ? "+" : ""}${delta} = ${balance}`)
    return `${kind} ${this.names[inventory_item_id] ?? inventory_item_id}${where}${why}: ${what.join(", ")}`
  }
}

function readMovements(connection: Connection, after: string): Promise<Movement[]> {
  return query<Movement>(
    connection,
    `select cast(m.id as text) as id, m.inventory_item_id, m.location_id, m.kind, m.reason, m.correlation_id,
       json_build_array(
         json_build_object('quantity', 'stocked', 'delta', m.stocked_delta, 'balance', m.stocked_balance),
         json_build_object('quantity', 'reserved', 'delta', m.reserved_delta, 'balance', m.reserved_balance),
         json_build_object('quantity', 'incoming', 'delta', m.incoming_delta, 'balance', m.incoming_balance)
       ) as changes,
       array(select r.type || ' ' || r.reference_id from stock_movement_reference r where r.movement_id = m.id
         order by 1) as "references"
     from stock_movement m where m.id > :after order by m.id`,
    { after }
  )
}

/** What is promised now, oldest first. */
export async function liveReservations(
  connection: Connection
): Promise<{ item: string; quantity: number }[]> {
  return query(
    connection,
    `select inventory_item_id as item, cast(quantity as float) as quantity from reservation_item
     where deleted_at is null order by created_at, id`
  )
}
