/** A reservation as the model knows it: at a place (item and location), live or released. */
export type Promised = { id: string; place: number; quantity: number; backorder: boolean; live: boolean }

/** A line of a demand. */
export type Line = { place: number; quantity: number; backorder: boolean }

/**
 * What four numbers ought to do, said in the simplest way: stock per place, reservations, and the one rule. It knows
 * neither locks nor triggers.
 */
export class StockModel {
  readonly reservations: Promised[] = []
  readonly stocked: number[]
  /** Places whose level is deleted for now. */
  readonly gone = new Set<number>()

  /** @param floors how far below zero backorders may take each place */
  constructor(
    stocked: number[],
    private readonly floors: number[]
  ) {
    this.stocked = [...stocked]
  }

  reserved(place: number): number {
    return this.reservations
      .filter((reservation) => reservation.live && reservation.place === place)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  }

  available(place: number): number {
    return this.stocked[place]! - this.reserved(place)
  }

  /** Whether demands that come together are covered, each place by itself: firm ones first, then backorders. */
  covers(lines: Line[]): boolean {
    const places = [...new Set(lines.map((line) => line.place))]
    const sum = (place: number, backorder: boolean) =>
      lines
        .filter((line) => line.place === place && line.backorder === backorder)
        .reduce((total, { quantity }) => total + quantity, 0)
    return places.every((place) => {
      const [firm, owed] = [sum(place, false), sum(place, true)]
      if (firm + owed <= 0) return true
      if (this.gone.has(place)) return false
      const left = this.available(place) - firm
      return (firm <= 0 || left >= 0) && (owed <= 0 || left - owed >= 0 || left - owed >= this.floors[place]!)
    })
  }

  /** Whether a live reservation may become this: only what grows, or arrives, must be covered. */
  allowsChange(reservation: Promised, to: { place: number; quantity: number }): boolean {
    const stays = to.place === reservation.place
    const growth = stays ? to.quantity - reservation.quantity : to.quantity
    return this.covers([{ place: to.place, quantity: growth, backorder: reservation.backorder }])
  }
}
