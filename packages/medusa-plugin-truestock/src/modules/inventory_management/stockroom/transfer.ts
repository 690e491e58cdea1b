export const TRANSFER_STATUSES = ["draft", "in_transit", "received", "cancelled"] as const
export type TransferStatus = (typeof TRANSFER_STATUSES)[number]

/** Units on their way from one location to another. */
export type Transfer = {
  id: string
  from_location_id: string
  to_location_id: string
  status: TransferStatus
  note: string | null
  shipped_at: string | null
  /** When it was received whole, or cancelled. */
  closed_at: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  lines: TransferLine[]
}

/** Of what was shipped: quantity = received + lost + returned + in transit. */
export type TransferLine = {
  inventory_item_id: string
  quantity: number
  received_quantity: number
  lost_quantity: number
  returned_quantity: number
  in_transit_quantity: number
}

export type TransferLineInput = { inventory_item_id: string; quantity: number }

export type TransferInput = {
  from_location_id: string
  to_location_id: string
  /** Each item once. */
  lines: TransferLineInput[]
  note?: string | null
  created_by?: string | null
}

/** Of a draft. Lines take the place of all that there are. */
export type TransferChange = Partial<Pick<TransferInput, "lines" | "note">>

export type TransferReceipt = {
  /** What came; left away = all that is on its way. Empty only with is_final: nothing came, and nothing will. */
  lines?: TransferLineInput[]
  /** Nothing more will come: what is missing is lost. */
  is_final?: boolean
}
