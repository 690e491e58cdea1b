/** What a shopper may be told of a product or variant. */
export enum AvailabilityStatus {
  INCOMING = "incoming",
  IN_STOCK = "in_stock",
  LOW_STOCK = "low_stock",
  PREORDER = "preorder",
  BACKORDER = "backorder",
  OUT_OF_STOCK = "out_of_stock",
  DISCONTINUED = "discontinued",
}

/** Best first: a product shows the best status of its variants, a key with several channels the best of them. */
export const BEST_FIRST: readonly AvailabilityStatus[] = [
  AvailabilityStatus.IN_STOCK,
  AvailabilityStatus.LOW_STOCK,
  AvailabilityStatus.PREORDER,
  AvailabilityStatus.BACKORDER,
  AvailabilityStatus.INCOMING,
  AvailabilityStatus.OUT_OF_STOCK,
  AvailabilityStatus.DISCONTINUED,
]

/** What a listing shows when it is not asked for anything else. */
export const LISTED_BY_DEFAULT: readonly AvailabilityStatus[] = [
  AvailabilityStatus.IN_STOCK,
  AvailabilityStatus.LOW_STOCK,
]

/** 0 is best. */
export function rankOf(status: AvailabilityStatus): number {
  return BEST_FIRST.indexOf(status)
}

export function isAvailabilityStatus(value: unknown): value is AvailabilityStatus {
  return BEST_FIRST.includes(value as AvailabilityStatus)
}
