import { FeedError } from "../errors"
import type { ReadOptions } from "../feed"
import { SLOT_COUNT } from "./layout"

/** What one of the eight positions of a row means to this shop. */
export type StockV2Slot = {
  /** Name of the place in `LocationStock.code`. */
  code: string
  /** A slot that is not enabled yields no location; stock in it is counted in the notes. */
  enabled: boolean
}

export type StockV2Options = ReadOptions & {
  /** Name of the source in `provenance`. */
  source?: string
  /** ISO instant of which the figures are, such as the file's date on the server. */
  as_of?: string | null
  /** The eight slots in their order. Positions have changed their meaning over the years: ask your account. */
  slots?: readonly StockV2Slot[]
  /** Whether a slot counts only when its flag is `Y`; default true. */
  honour_stock_flags?: boolean
  /** Distinct values kept of each unknown byte; default 20. */
  unknown_samples?: number
  /** Records and rejects after which a batch is handed over; default 1000. */
  batch_size?: number
}

/** The four wholesale sites count; the others can be switched on. */
export const DEFAULT_SLOTS: readonly StockV2Slot[] = [
  { code: "TN", enabled: true },
  { code: "OR", enabled: true },
  { code: "IN", enabled: true },
  { code: "PA", enabled: true },
  { code: "PA2", enabled: false },
  { code: "CA", enabled: false },
  { code: "OH", enabled: false },
  { code: "8", enabled: false },
]

/** What is needed to read one row. */
export type RowOptions = {
  source: string
  file: string
  as_of: string | null
  slots: readonly StockV2Slot[]
  honour_stock_flags: boolean
  unknown_samples: number
}

/** Throws FeedError `invalid_options`. */
export function rowOptions(options: StockV2Options, file: string): RowOptions {
  const slots = options.slots ?? DEFAULT_SLOTS
  if (slots.length !== SLOT_COUNT) {
    throw new FeedError("invalid_options", `slots has ${slots.length} entries; a row has ${SLOT_COUNT}.`)
  }
  const codes = new Set(slots.map((slot) => slot.code))
  if (codes.size !== SLOT_COUNT || codes.has("")) {
    throw new FeedError("invalid_options", "slots: every slot needs a code of its own.")
  }
  return {
    source: options.source ?? "ingram-stockv2",
    file,
    as_of: options.as_of ?? null,
    slots,
    honour_stock_flags: options.honour_stock_flags ?? true,
    unknown_samples: options.unknown_samples ?? 20,
  }
}
