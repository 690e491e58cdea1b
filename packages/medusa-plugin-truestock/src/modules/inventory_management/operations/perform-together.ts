import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_perform_together: `[{ operation, input, context, key, request_hash }, ...]`, reservations of one level, a
 * line each. Each is done or not, as if it had come alone; answers what truestock_perform would, and what that raised as
 * `{ raised: { code, hint, message, detail } }`.
 *
 * Locks the level of the first one, once and before any savepoint: whoever waits for it is woken by the commit.
 */
export function performTogetherFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_perform_together(performances jsonb)`,
    "jsonb",
    `${BY_INDEX} set lock_timeout = '5s'`,
    `declare
       v_line jsonb := performances #> '{0,input,lines,0}';
       v_answers jsonb[];
       p record;
       v_state text; v_hint text; v_message text; v_detail text;
     begin
       perform ${s}.truestock_lock_levels(array[v_line ->> 'inventory_item_id'], array[v_line ->> 'location_id'],
         array[0]::numeric[]);
       for p in
         select k.* from jsonb_to_recordset(performances) as k(operation text, input jsonb, context jsonb, key text,
           request_hash text)
       loop
         begin
           v_answers := v_answers || ${s}.truestock_perform(p.operation, p.input, p.context, p.key, p.request_hash);
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
