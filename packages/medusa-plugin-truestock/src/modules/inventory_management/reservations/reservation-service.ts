import { randomUUID } from "node:crypto"
import { newId } from "../../../database/new-id"
import { quoted, TruestockError } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import { AdjustmentService } from "../adjustments/adjustment-service"
import type { CartHold } from "../cart-hold"
import { type Asking, performOperation } from "../perform-operation"
import { sendTogether } from "../send-together"
import type { Reservation, ReservationInput } from "./reservation"
import { parseConfirmation, parseExtension, parseRelease, parseReservations } from "./reservation-input"

/** Units that are promised: reservations, holds, and what carts hold. */
export class ReservationService extends AdjustmentService {
  private readonly sendReservations = sendTogether(this.connection)

  /**
   * Promises units: with an expiry a hold, which ends by itself, else a reservation of core's. Several lines are one
   * decision: all of them or none, lines of one level added up.
   *
   * @throws insufficient_inventory, inactive_location, unknown_level, invalid_quantity, invalid_expiry,
   *   invalid_reservation, too_many_rows, invalid_key, key_in_use, key_reused
   */
  async createReservation(line: ReservationInput, asking?: Asking): Promise<Reservation>
  async createReservation(lines: ReservationInput[], asking?: Asking): Promise<Reservation[]>
  async createReservation(given: ReservationInput | ReservationInput[], asking?: Asking) {
    const asked = {
      lines: parseReservations(Array.isArray(given) ? given : [given], this.options.allow_fractions),
    }
    const input = { lines: asked.lines.map((line) => ({ id: newId("resitem"), ...line })) }
    const send = this.sendReservations(input.lines)
    const { answer } = await performOperation<Reservation[]>(
      this.connection,
      "reserve",
      { input, asked, send },
      asking
    )
    return Array.isArray(given) ? answer : answer[0]!
  }

  /**
   * Makes a hold firm: under the same id it is a reservation of core's from now on; of a smaller quantity the rest is
   * free. With `consume` its units leave the stock instead, as at fulfilment; so may those of a reservation of core's.
   *
   * @throws reservation_not_found, reservation_not_held, reservation_ended, reservation_expired, invalid_quantity,
   *   insufficient_inventory where the stock has fallen below it, ...
   */
  async confirmReservation(
    id: string,
    how: { quantity?: number | null; consume?: boolean; line_item_id?: string | null } = {},
    asking?: Asking
  ): Promise<Reservation> {
    const input = parseConfirmation({ id, ...how }, this.options.allow_fractions)
    return (await performOperation<Reservation>(this.connection, "confirm", { input }, asking)).answer
  }

  /**
   * Gives the units of a hold, or of a reservation of core's, back.
   *
   * @throws reservation_not_found, reservation_ended (confirmed ones too), reservation_expired
   */
  async releaseReservation(id: string, asking?: Asking): Promise<Reservation> {
    return (
      await performOperation<Reservation>(this.connection, "release", { input: parseRelease({ id }) }, asking)
    ).answer
  }

  /**
   * Lets a hold last longer, never shorter, and not beyond its latest time.
   *
   * @throws reservation_not_found, reservation_not_held, reservation_ended, reservation_expired, invalid_expiry
   */
  async extendReservation(
    id: string,
    until: { ttl_seconds?: number; expires_at?: Date | string },
    asking?: Asking
  ): Promise<Reservation> {
    const input = parseExtension({ id, ...until })
    return (await performOperation<Reservation>(this.connection, "extend", { input }, asking)).answer
  }

  /**
   * Holds what a cart needs of managed stock, all of it or nothing, for the time of the option `hold`. Asked again, it
   * lasts longer, follows the cart's lines, and never outlasts `most_seconds` from its first moment. null = the cart
   * needs nothing that can be held.
   *
   * @throws insufficient_inventory, cart_not_found, cart_completed, too_many_holds, key_in_use, key_reused
   */
  async holdCart(cart_id: string, publishable_key: string | null, asking?: Asking): Promise<CartHold | null> {
    if (!isStorableJson(cart_id))
      throw new TruestockError("cart_not_found", `There is no cart ${quoted(cart_id)}.`)
    const { on_payment_session: _, ...limits } = this.options.hold
    const asked = { cart_id, publishable_key, ...limits }
    const input = { ...asked, token: randomUUID() }
    return (await performOperation<CartHold | null>(this.connection, "hold_cart", { input, asked }, asking))
      .answer
  }

  /** Gives back what a cart holds. Answers how many holds that were. */
  async releaseCartHold(cart_id: string, asking?: Asking): Promise<number> {
    if (!isStorableJson(cart_id)) return 0
    const request = { input: { cart_id } }
    return (await performOperation<{ released: number }>(this.connection, "release_cart", request, asking))
      .answer.released
  }

  /** A sign of life of a cart: what it holds lasts longer, within its limits. Answers how many holds do. */
  async extendCartHold(cart_id: string): Promise<number> {
    const request = { input: { cart_id, ttl_seconds: this.options.hold.ttl_seconds } }
    return (await performOperation<{ extended: number }>(this.connection, "extend_cart", request)).answer
      .extended
  }
}
