/**
 * A select of (movement_id, order_id): what is known of the order behind a movement of these kinds. Said outright
 * (a reference), or told by the line items of reservations that the same piece of work changed: those references are
 * written with the movement, where the others wait for an event that may be lost.
 */
export function ordersOfMovements(...kinds: string[]): string {
  const isOfKind = `m.kind in (${kinds.map((kind) => `'${kind}'`).join(", ")})`
  return `
    select m.id as movement_id, m.reference_id as order_id
    from stock_movement m where ${isOfKind} and m.reference_type = 'order'
    union
    select m.id, r.reference_id
    from stock_movement m join stock_movement_reference r on r.movement_id = m.id and r.type = 'order'
    where ${isOfKind}
    union
    select m.id, i.order_id
    from stock_movement m
    join stock_movement same on same.correlation_id = m.correlation_id
    join stock_movement_reference r on r.movement_id = same.id and r.type = 'line_item'
    join order_item i on i.item_id = r.reference_id and i.deleted_at is null
    where ${isOfKind}`
}
