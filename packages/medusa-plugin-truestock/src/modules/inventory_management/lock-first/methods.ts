import type { Connection } from "../../../database/connection"
import type { MovementKind } from "../movement"
import { takesAnyLocation } from "../rules/context-of"
import { assertQuantities } from "../rules/demand"
import { chooseLocations } from "./choose-locations"
import type { Touched } from "./lock-levels"

/* eslint-disable @typescript-eslint/no-explicit-any -- the arguments are those of core's inner methods */

/** One of core's inner, transactional methods: where its context stands, and which levels a call will write. */
export type LockedMethod = {
  name: string
  contextIndex: number
  /** What a change of stocked_quantity by it is in the books. */
  kind?: MovementKind
  touched: (args: any[]) => Touched
  /** Looks further into what is asked for, in the transaction and before the locks; may change it. */
  prepare?: (tx: Connection, args: any[]) => Promise<void>
  /** Refuses what makes no sense, before anything is touched. */
  check?: (args: any[]) => void
}

const listOf = (value: any): string[] =>
  (Array.isArray(value) ? value : [value]).map((entry) => (typeof entry === "object" ? entry.id : entry))

const byIds =
  (deleted = false) =>
  (args: any[]): Touched => ({
    reservations: { by: "id", values: listOf(args[0]), deleted },
  })

const by =
  (column: "line_item_id" | "location_id", deleted = false) =>
  (args: any[]): Touched => ({
    reservations: { by: column, values: listOf(args[0]), deleted },
  })

/** Every method of @medusajs/inventory 2.21 that reads quantities and writes them back. */
export const LOCKED_METHODS: LockedMethod[] = [
  {
    name: "adjustInventory_",
    contextIndex: 3,
    kind: "adjust",
    touched: ([inventory_item_id, location_id]) => ({ levels: [{ inventory_item_id, location_id }] }),
  },
  { name: "updateInventoryLevels_", contextIndex: 1, kind: "set", touched: ([levels]) => ({ levels }) },
  // What is not there yet cannot be locked: the books only learn who creates it.
  { name: "createInventoryLevels_", contextIndex: 1, touched: () => ({}) },
  {
    name: "createReservationItems_",
    contextIndex: 1,
    prepare: (tx, [reservations, context]) => chooseLocations(tx, reservations, takesAnyLocation(context)),
    touched: ([reservations]) => ({ levels: reservations }),
    check: ([reservations]) => assertQuantities(reservations),
  },
  {
    name: "updateReservationItems_",
    contextIndex: 1,
    // A reservation that moves needs the level where it arrives, too; of which item, its row says.
    touched: ([updates]) => ({
      reservations: { by: "id", values: updates.map((update: any) => update.id) },
      arrivals: updates
        .filter((update: any) => update.location_id)
        .map(({ id, location_id }: any) => ({ id, location_id })),
    }),
    check: ([updates]) => assertQuantities(updates),
  },
  { name: "deleteReservationItems_", contextIndex: 1, touched: byIds() },
  { name: "softDeleteReservationItems_", contextIndex: 2, touched: byIds() },
  { name: "restoreReservationItems_", contextIndex: 2, touched: byIds(true) },
  { name: "deleteReservationItemsByLineItem_", contextIndex: 1, touched: by("line_item_id") },
  { name: "restoreReservationItemsByLineItem_", contextIndex: 1, touched: by("line_item_id", true) },
  { name: "deleteReservationItemByLocationId_", contextIndex: 1, touched: by("location_id") },
]
