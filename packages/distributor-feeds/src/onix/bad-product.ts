/** Why one product is not taken. It becomes a reject; the feed goes on. */
export class BadProduct extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}
