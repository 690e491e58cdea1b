import type { Trigger, TriggerSet } from "../../../database/trigger-set"
import { cartFunctions } from "./cart-functions"
import { ledgerFunctions } from "./ledger-functions"
import { levelFunctions } from "./level-functions"
import { holdsOfFunction, reopenHoldsFunction, takeHoldsFunction } from "./hold-functions"
import { operationFunctions } from "../operations"
import {
  floorFunction,
  judgeFunction,
  lockLevelsFunction,
  promiseFunction,
  refuseFunction,
} from "./promise-function"
import { forgetDrift } from "../sql/forget-drift"
import { reservationFunctions } from "./reservation-functions"

/**
 * Raise when a function or trigger changes. 11: costs set by hand; and no function declares a row of a table of core's,
 * which would keep the whole set from being installed where the table is not there.
 */
const GUARD_VERSION = 11

/**
 * Guard and ledger: the triggers on Medusa's inventory tables that refuse what is not there, keep reserved_quantity,
 * and write the books. Statement triggers, so that a checkout and a sync pay once per statement; transition tables
 * need one per event. No column lists or conditions, which would keep core from altering its columns.
 */
export function guardTriggerSet(schema: string): TriggerSet {
  const OLD = "old table as old_rows"
  const NEW = "new table as new_rows"
  const statement = (set: "guard" | "ledger"): Trigger[] => [
    after(schema, set, "insert", `referencing ${NEW}`),
    after(schema, set, "update", `referencing ${OLD} ${NEW}`),
    after(schema, set, "delete", `referencing ${OLD}`),
    {
      name: `truestock_${set}_truncate`,
      definition: `before truncate on $table for each statement execute function ${schema}.truestock_${set}_truncate()`,
    },
  ]
  const immutable: Trigger[] = [
    {
      name: "truestock_immutable",
      definition: `before update or delete or truncate on $table
        for each statement execute function ${schema}.truestock_immutable()`,
    },
  ]
  return {
    name: "guard",
    version: GUARD_VERSION,
    isWhole: true,
    onAttached: forgetDrift,
    functions: {
      truestock_refuse: refuseFunction(schema),
      truestock_floor: floorFunction(schema),
      truestock_lock_levels: lockLevelsFunction(schema),
      truestock_judge: judgeFunction(schema),
      truestock_holds_of: holdsOfFunction(schema),
      truestock_take_holds: takeHoldsFunction(schema),
      truestock_reopen_holds: reopenHoldsFunction(schema),
      truestock_promise: promiseFunction(schema),
      ...reservationFunctions(schema),
      ...ledgerFunctions(schema),
      ...levelFunctions(schema),
      ...cartFunctions(schema),
      ...operationFunctions(schema),
    },
    tables: {
      reservation_item: statement("guard"),
      inventory_level: [
        ...statement("ledger"),
        {
          name: "truestock_level_row",
          definition: `before insert or update on $table for each row
            execute function ${schema}.truestock_level_row()`,
        },
      ],
      cart: [
        cartTrigger(schema, "cart", "update", `referencing ${NEW}`),
        cartTrigger(schema, "cart", "delete", `referencing ${OLD}`),
      ],
      cart_line_item: [
        cartTrigger(schema, "cart_line", "update", `referencing ${OLD} ${NEW}`),
        cartTrigger(schema, "cart_line", "delete", `referencing ${OLD}`),
      ],
      stock_movement: immutable,
      stock_movement_reference: immutable,
    },
  }
}

function cartTrigger(schema: string, of: "cart" | "cart_line", event: string, referencing: string): Trigger {
  return {
    name: `truestock_${of}_${event}`,
    definition: `after ${event} on $table ${referencing} for each statement
      execute function ${schema}.truestock_${of}_${event}()`,
  }
}

function after(schema: string, set: string, event: string, referencing: string): Trigger {
  return {
    name: `truestock_${set}_${event}`,
    definition: `after ${event} on $table ${referencing} for each statement
      execute function ${schema}.truestock_${set}_${event}()`,
  }
}
