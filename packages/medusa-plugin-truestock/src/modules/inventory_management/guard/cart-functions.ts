import { BY_INDEX, plpgsql, rawOf } from "./function-text"

/*
 * The triggers on carts and their lines: what is taken out of a cart is no longer held for it, whoever takes it out.
 * They only give back, so they lock nothing but the holds, by id. A line that grows holds what it held, until it is held
 * anew.
 */

const release = (s: string, rows: string, of: string, isOver: string) => `
  with locked as materialized (
    select h.id from ${s}.inventory_hold h join ${rows} r on h.${of} = r.id
    where h.cart_id is not null and h.ended_at is null and ${isOver}
    order by h.id for update of h
  )
  update ${s}.inventory_hold h set ended_at = ${s}.truestock_now(), ended_as = 'released', updated_at = now()
  from locked where h.id = locked.id and h.ended_at is null;`

/** A line that shrinks holds no more than it still needs; one that holds less, since it had grown, keeps that. */
const shrink = (s: string) => `
  with locked as materialized (
    select h.id, n.quantity * i.required_quantity as units
    from new_rows n join old_rows o on o.id = n.id
    join ${s}.inventory_hold h on h.line_item_id = n.id and h.cart_id is not null and h.ended_at is null
    join ${s}.product_variant_inventory_item i on i.variant_id = n.variant_id
      and i.inventory_item_id = h.inventory_item_id and i.deleted_at is null
    where n.deleted_at is null and n.quantity > 0 and n.quantity < o.quantity
    order by h.id for update of h
  )
  update ${s}.inventory_hold h set quantity = locked.units, raw_quantity = ${rawOf("locked.units")}, updated_at = now()
  from locked where h.id = locked.id and h.ended_at is null and locked.units > 0 and locked.units < h.quantity;`

const trigger = (s: string, name: string, body: string) =>
  plpgsql(
    `${s}.${name}()`,
    "trigger",
    BY_INDEX,
    `begin
       if exists (select from ${s}.inventory_hold where ended_at is null and cart_id is not null) then
         ${body}
       end if;
       return null;
     exception when undefined_column or undefined_table then
       return null;
     end`
  )

export function cartFunctions(s: string): Record<string, string> {
  return {
    truestock_cart_update: trigger(
      s,
      "truestock_cart_update",
      release(s, "new_rows", "cart_id", "r.deleted_at is not null")
    ),
    truestock_cart_delete: trigger(s, "truestock_cart_delete", release(s, "old_rows", "cart_id", "true")),
    truestock_cart_line_update: trigger(
      s,
      "truestock_cart_line_update",
      `${release(s, "new_rows", "line_item_id", "(r.deleted_at is not null or r.quantity <= 0)")}
       ${shrink(s)}`
    ),
    truestock_cart_line_delete: trigger(
      s,
      "truestock_cart_line_delete",
      release(s, "old_rows", "line_item_id", "true")
    ),
  }
}
