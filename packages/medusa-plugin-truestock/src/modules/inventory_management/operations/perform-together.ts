import { BY_INDEX, plpgsql } from "../guard/function-text"
import { hasBackups } from "./backups"

/**
 * truestock_perform_together: `[{ operation, input, context, key, request_hash }, ...]`, reservations of one level, a
 * line each. Each is done or not, as if it had come alone; answers what truestock_perform would, and what that raised as
 * `{ raised: { code, hint, message, detail } }`.
 *
 * Locks the level of the first one, once and before any savepoint: whoever waits for it is woken by the commit. With
 * it, in (item, location) order, those at the backups of its location: where each may go is asked once, before the lock,
 * since a backup that is named meanwhile could not be locked in its order any more.
 */
export function performTogetherFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_perform_together(performances jsonb)`,
    "jsonb",
    `${BY_INDEX} set lock_timeout = '5s'`,
    `declare
       v_line jsonb := performances #> '{0,input,lines,0}';
       v_places jsonb := '{}';
       v_locations text[] := array[v_line ->> 'location_id'];
       v_answers jsonb[];
       p record;
       v_state text; v_hint text; v_message text; v_detail text;
     begin
       if ${hasBackups(s)} then
         v_places := ${s}.truestock_backups(jsonb_build_array(v_line));
         v_locations := array(
           select v_line ->> 'location_id' union
           select jsonb_array_elements_text(v_places -> (v_line ->> 'location_id')) order by 1);
       end if;
       perform ${s}.truestock_lock_levels(array_fill(v_line ->> 'inventory_item_id', array[cardinality(v_locations)]),
         v_locations, array_fill(0::numeric, array[cardinality(v_locations)]));
       for p in
         select k.* from jsonb_to_recordset(performances) as k(operation text, input jsonb, context jsonb, key text,
           request_hash text)
       loop
         begin
           v_answers := v_answers || ${s}.truestock_perform(p.operation,
             p.input || jsonb_build_object('places', v_places), p.context, p.key, p.request_hash);
         exception when others then
           get stacked diagnostics v_state = returned_sqlstate, v_hint = pg_exception_hint, v_message = message_text,
             v_detail = pg_exception_detail;
           v_answers := v_answers || jsonb_build_object('raised', jsonb_build_object('code', v_state, 'hint', v_hint,
             'message', v_message, 'detail', v_detail));
         end;
       end loop;
       return to_jsonb(v_answers);
     end`
  )
}
