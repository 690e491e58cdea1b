import { BY_INDEX, plpgsql } from "../guard/function-text"

/** What truestock_perform can be asked for. */
export const OPERATIONS = [
  "reserve",
  "confirm",
  "release",
  "extend",
  "adjust",
  "hold_cart",
  "release_cart",
  "extend_cart",
  "receive",
  "expect",
  "change_incoming",
  "cancel_incoming",
  "draft_transfer",
  "ship_transfer",
  "receive_transfer",
  "cancel_transfer",
  "open_count",
  "enter_count",
  "post_count",
  "cancel_count",
  "set_costs",
  "take_back_costs",
  "set_location",
  "create_item",
  "create_level",
  "take_back_item",
  "take_back_level",
  "follow_variant",
  "sync",
] as const
export type Operation = (typeof OPERATIONS)[number]

/**
 * truestock_complain: ends an operation that was asked for something that cannot be. hint = the code (errors.ts),
 * detail = what it is about, as JSON.
 */
export function complainFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_complain(code text, what text, about jsonb default '{}')`,
    "void",
    "",
    `begin
       raise exception using errcode = 'TS002', hint = code, message = what, detail = about::text;
     end`
  )
}

/** truestock_operate: what the operation does, and its answer; `context` for the ledger. */
export function operateFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_operate(operation text, input jsonb, context jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_answer jsonb;
     begin
       perform set_config('truestock.context', context::text, true);
       v_answer := jsonb_build_object('answer', case operation
${OPERATIONS.map((operation) => `         when '${operation}' then ${s}.truestock_${operation}(input)`).join("\n")}
       end);
       perform set_config('truestock.context', '', true);
       return v_answer;
     end`
  )
}

/**
 * truestock_perform: one operation, one round trip, one transaction. `context`: who does it and why, for the ledger.
 *
 * With a key the answer is kept: the same request under the same key is answered again without doing anything, also
 * where the answer was that there is not enough (`refused`: the effect is undone to a savepoint, key and answer are
 * committed). A key belongs to one request: another one is refused. What cannot be (an unknown level, an ended hold)
 * raises, and leaves no key behind. Without a key everything that is refused raises: a savepoint would wake whoever
 * waits for the levels once more than needed.
 *
 * Locks: the key (an advisory lock of this transaction, not waited for: whoever finds it taken is told that the first
 * request is still under way), then what the operation locks.
 */
export function performFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_perform(operation text, input jsonb, context jsonb, key text, request_hash text)`,
    "jsonb",
    `${BY_INDEX} set lock_timeout = '5s'`,
    `#variable_conflict use_variable
     declare
       v_known record;
       v_answer jsonb;
       v_code text;
       v_detail text;
       v_message text;
     begin
       if key is null then return ${s}.truestock_operate(operation, input, context); end if;

       if not pg_try_advisory_xact_lock(hashtextextended('truestock.key ' || key, 0)) then
         perform ${s}.truestock_complain('key_in_use',
           'A request with this Idempotency-Key is still under way. Ask again in a moment.');
       end if;
       select k.* into v_known from ${s}.inventory_idempotency_key k where k.key = key
         and k.created_at > ${s}.truestock_now() - interval '24 hours';
       if found then
         if v_known.operation <> operation or v_known.request_hash <> request_hash then
           perform ${s}.truestock_complain('key_reused',
             'This Idempotency-Key was used for another request. Use a new key for each request.');
         end if;
         return v_known.answer || jsonb_build_object('is_replayed', true);
       end if;

       begin
         v_answer := ${s}.truestock_operate(operation, input, context);
       exception when serialization_failure then
         get stacked diagnostics v_code = pg_exception_hint, v_detail = pg_exception_detail,
           v_message = message_text;
         if v_code is distinct from 'insufficient_inventory' then raise; end if;
         v_answer := jsonb_build_object('refused',
           v_detail::jsonb || jsonb_build_object('code', v_code, 'message', v_message));
       end;

       insert into ${s}.inventory_idempotency_key as k (key, operation, request_hash, answer, created_at)
       values (key, operation, request_hash, v_answer, ${s}.truestock_now())
       on conflict on constraint inventory_idempotency_key_pkey do update set operation = excluded.operation,
         request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at;
       return v_answer;
     end`
  )
}
