/** Who wants to know when there is stock again. */
export type NotificationInput = {
  email: string
  /** Default: any variant of the product. */
  variant_id?: string | null
}

/** Answer of `POST /store/products/:id/notify`, the same for an address that waits already. */
export type NotificationAccepted = {
  accepted: true
  /** The shop asks the address first; nothing else is sent to it until it has said yes. */
  confirmation_required: boolean
}
