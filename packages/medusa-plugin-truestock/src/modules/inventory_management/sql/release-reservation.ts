import { query, type Transaction } from "../../../database/connection"

/** Ends a reservation as core does; the guard's trigger gives its units back and records the release. */
export async function releaseReservation(tx: Transaction, reservation_id: string): Promise<void> {
  await query(
    tx,
    "update reservation_item set deleted_at = now(), updated_at = now() where id = :reservation_id and deleted_at is null",
    { reservation_id }
  )
}
