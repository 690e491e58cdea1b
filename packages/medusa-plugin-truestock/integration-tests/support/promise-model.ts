/** A demand on a place (an item at a location); without `ticks` it is firm, else a hold that lasts half a tick less. */
export type Line = { place: number; quantity: number; backorder: boolean; ticks?: number }
export type Row = { place: number; by: number; expected?: number }

export type Operation =
  | { name: "reserve"; lines: Line[] }
  | { name: "confirm"; id: string; quantity?: number; consume?: boolean }
  | { name: "release"; id: string }
  | { name: "extend"; id: string; ticks: number }
  | { name: "adjust"; rows: Row[]; allow_shortfall?: boolean; skip?: boolean }

export type Hold = Line & { since: number; expires: number; ended?: "confirmed" | "released" | "expired" }
type Reserved = Line & { is_live: boolean }

const DONE = "done"
/** How long a key is kept: 24 hours, in ticks of 1,000 seconds. */
const KEY_TICKS = 86.4

/**
 * What promises ought to do, said in the simplest way: stock, holds and reservations by place, and a clock of whole
 * ticks. It knows neither locks nor triggers.
 */
export class PromiseModel {
  readonly holds = new Map<string, Hold>()
  readonly reserved = new Map<string, Reserved>()
  readonly keys = new Map<string, { operation: Operation; at: number; outcome: unknown }>()
  /** Places where nothing may be promised. */
  readonly inactive = new Set<number>()
  /** Counts the requests that made holds: those of one request are of one age. */
  private requests = 0

  /** @param floors how far below zero backorders may take each place */
  constructor(
    readonly stocked: number[],
    private readonly floors: number[],
    public now: number
  ) {}

  isLive(hold: Hold): boolean {
    return hold.ended === undefined && hold.expires > this.now
  }

  reservedAt(place: number): number {
    return unitsOf([...this.reserved.values()].filter((r) => r.is_live && r.place === place))
  }

  private heldAt(place: number, which: (hold: Hold) => boolean = () => true): number {
    return unitsOf([...this.holds.values()].filter((h) => h.place === place && this.isLive(h) && which(h)))
  }

  /** stocked - reserved - held */
  free(place: number): number {
    return this.stocked[place]! - this.reservedAt(place) - this.heldAt(place)
  }

  /** What becomes of demands that come together: each place by itself, firm ones first, then backorders. */
  demand(lines: Line[], alreadyHeld: Line[] = []): string {
    for (const place of placesOf(lines)) {
      const here = lines.filter((line) => line.place === place)
      const free = this.free(place) - unitsOf(alreadyHeld.filter((line) => line.place === place))
      const code = this.judge(place, free, unitsOf(here, false), unitsOf(here, true))
      if (code !== DONE) return code
    }
    return DONE
  }

  private judge(place: number, free: number, firm: number, owed: number): string {
    if (firm + owed <= 0) return DONE
    if (this.inactive.has(place)) return "inactive_location"
    const left = free - firm
    const isCovered =
      (firm <= 0 || left >= 0) && (owed <= 0 || left - owed >= Math.min(0, this.floors[place]!))
    return isCovered ? DONE : "insufficient_inventory"
  }

  /** "done", or the code with which it is refused. */
  expect(operation: Operation): string {
    switch (operation.name) {
      case "reserve": {
        const held = operation.lines.filter((line) => line.ticks !== undefined)
        const code = this.demand(held)
        return code === DONE
          ? this.demand(
              operation.lines.filter((line) => !line.ticks),
              held
            )
          : code
      }
      case "confirm":
        return this.expectConfirm(operation)
      case "release":
        return this.over(operation.id) ?? (this.isThere(operation.id) ? DONE : "reservation_not_found")
      case "extend":
        if (this.holds.has(operation.id)) return this.over(operation.id) ?? DONE
        return this.isThere(operation.id) ? "reservation_not_held" : "reservation_not_found"
      case "adjust":
        return operation.skip ? DONE : (this.failures(operation).find((code) => code !== DONE) ?? DONE)
    }
  }

  /** What is said of a hold that can no longer be used. */
  private over(id: string): string | undefined {
    const hold = this.holds.get(id)
    if (!hold || this.isLive(hold)) return undefined
    return hold.ended === undefined || hold.ended === "expired" ? "reservation_expired" : "reservation_ended"
  }

  private isThere(id: string): boolean {
    const hold = this.holds.get(id)
    return hold ? this.isLive(hold) : this.reserved.get(id)?.is_live === true
  }

  private expectConfirm({ id, quantity, consume }: Operation & { name: "confirm" }): string {
    const [hold, reserved] = [this.holds.get(id), this.reserved.get(id)]
    if (hold && hold.ended !== "confirmed") {
      const over = this.over(id)
      if (over) return over
      const units = quantity ?? hold.quantity
      if (units > hold.quantity) return "invalid_quantity"
      const older = this.heldAt(hold.place, ({ since }) => since < hold.since)
      const free = this.stocked[hold.place]! - this.reservedAt(hold.place) - older
      const code = this.judge(hold.place, free, hold.backorder ? 0 : units, hold.backorder ? units : 0)
      return code === DONE && consume && units > this.stocked[hold.place]! ? "insufficient_inventory" : code
    }
    if (hold && !(consume && reserved?.is_live)) return "reservation_ended"
    if (!reserved?.is_live) return "reservation_not_found"
    if (!consume) return "reservation_not_held"
    const units = quantity ?? reserved.quantity
    if (units > reserved.quantity) return "invalid_quantity"
    return units > this.stocked[reserved.place]! ? "insufficient_inventory" : DONE
  }

  /** Row by row, "done" or why not. */
  failures({ rows, allow_shortfall }: Operation & { name: "adjust" }): string[] {
    return rows.map(({ place, by, expected }) => {
      const stocked = this.stocked[place]!
      if (expected !== undefined && expected !== stocked) return "stale_quantity"
      if (by >= 0) return DONE
      if (stocked + by < 0) return "negative_stock"
      return !allow_shortfall && this.free(place) + by < this.floors[place]! ? "insufficient_inventory" : DONE
    })
  }

  /** Does what was granted. `ids`: those of the lines that were reserved. */
  apply(operation: Operation, ids: string[] = []): void {
    switch (operation.name) {
      case "reserve":
        this.requests++
        for (const [i, line] of operation.lines.entries()) this.promise(ids[i]!, line)
        return
      case "confirm": {
        const { id, consume } = operation
        const hold = this.holds.get(id)
        const from = hold && this.isLive(hold) ? hold : this.reserved.get(id)!
        const quantity = operation.quantity ?? from.quantity
        if (hold) hold.ended = "confirmed"
        if (consume) this.stocked[from.place]! -= quantity
        this.reserved.set(id, { ...from, quantity, is_live: !consume })
        return
      }
      case "release": {
        const hold = this.holds.get(operation.id)
        if (hold) hold.ended = "released"
        else this.reserved.get(operation.id)!.is_live = false
        return
      }
      case "extend": {
        const hold = this.holds.get(operation.id)!
        hold.expires = Math.max(hold.expires, this.now + operation.ticks - 0.5)
        return
      }
      case "adjust":
        this.failures(operation).forEach((code, i) => {
          const { place, by } = operation.rows[i]!
          if (code === DONE) this.stocked[place]! += by
        })
    }
  }

  promise(id: string, line: Line): void {
    if (line.ticks === undefined) this.reserved.set(id, { ...line, is_live: true })
    else this.holds.set(id, { ...line, since: this.requests, expires: this.now + line.ticks - 0.5 })
  }

  /** What a key was used for, while it is kept. */
  known(key: string | undefined) {
    const known = key === undefined ? undefined : this.keys.get(key)
    return known && this.now < known.at + KEY_TICKS ? known : undefined
  }

  /** Marks what has expired, and answers how many. */
  tidy(): number {
    const over = [...this.holds.values()].filter((h) => h.ended === undefined && !this.isLive(h))
    for (const hold of over) hold.ended = "expired"
    return over.length
  }
}

const placesOf = (lines: Line[]) => [...new Set(lines.map(({ place }) => place))].sort()

const unitsOf = (lines: Line[], backorder?: boolean) =>
  lines
    .filter((line) => backorder === undefined || line.backorder === backorder)
    .reduce((sum, { quantity }) => sum + quantity, 0)
