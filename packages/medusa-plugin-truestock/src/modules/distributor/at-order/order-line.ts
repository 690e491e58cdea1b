import type { Outcome } from "../rules/judge-look-up"

/** A line of a cart that is being completed, and the location that its order would be promised at. */
export type OrderLine = {
  line_item_id: string
  variant_id: string
  inventory_item_id: string
  location_id: string
  units: number
}

/** What is known of a title that an order wants from a source, before anybody is asked. */
export type WantedTitle = {
  source_id: string
  ean13: string
  variant_id: string
  /** In all lines that are promised at the source's location. */
  wanted: number
  /** Units there as the shop knows them, and those of them that others were promised. */
  stocked: number
  promised: number
  /** Figures of the last sync are young enough: the level says all that there is to say. */
  is_fresh: boolean
  /** What an order has seen after that, and not too long ago. */
  remembered: Figures | null
}

export type Figures = { sellable: number | null; takes_backorder: boolean }

/** What a source said of a title, or why it is not known. */
export type Found = Figures | { problem: string }

export type CheckedTitle = Pick<WantedTitle, "source_id" | "ean13" | "variant_id" | "wanted"> & {
  outcome: Outcome
  /** Units that the order could have; null = not known, or as many as it wants. */
  available: number | null
  /** Of an unknown one: why. */
  problem: string | null
}
