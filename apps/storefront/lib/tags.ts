/** Names under which answers are kept, and cleared when stock changes. */
export const TAGS = {
  /** Whatever lists products. */
  listing: "listing",
  /** Categories and publishers. */
  shelves: "shelves",
  product: (handle: string) => `product:${handle}`,
}
