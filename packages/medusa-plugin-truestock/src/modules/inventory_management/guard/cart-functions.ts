import { BY_INDEX, plpgsql } from "./function-text"

/*
 * The triggers on carts and their lines: what is taken out of a cart is no longer held for it, whoever takes it out.
 * They only give back, so they lock nothing but the holds. A line that grows holds what it held, until it is held anew.
 */

const release = (s: string, rows: string, of: string, isOver: string) => `
  update ${s}.inventory_hold h set ended_at = ${s}.truestock_now(), ended_as = 'released', updated_at = now()
  from ${rows} r
  where h.${of} = r.id and h.cart_id is not null and h.ended_at is null and ${isOver};`

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
     exception when undefined_column then
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
       update ${s}.inventory_hold h
       set quantity = h.quantity * n.quantity / o.quantity,
         raw_quantity = jsonb_build_object('value', trim_scale(h.quantity * n.quantity / o.quantity)::text, 'precision', 20),
         updated_at = now()
       from new_rows n join old_rows o on o.id = n.id
       where h.line_item_id = n.id and h.cart_id is not null and h.ended_at is null
         and n.deleted_at is null and n.quantity > 0 and n.quantity < o.quantity;`
    ),
    truestock_cart_line_delete: trigger(
      s,
      "truestock_cart_line_delete",
      release(s, "old_rows", "line_item_id", "true")
    ),
  }
}
