import { findMisplaced } from "../listing/sql/find-misplaced"
import { findWrongCounts } from "../listing/sql/wrong-counts"
import { sentenceOf } from "../rebuild/rebuild"
import type { AvailabilityCheck } from "./check"

/** I9: the listing has the entries that the read model says, and the counts that it keeps are theirs. */
export const listingCounts: AvailabilityCheck = {
  name: "listing_counts",
  deep: true,
  run: async ({ connection }, examples) => {
    const { count, misplaced } = await findMisplaced(connection, "", examples)
    const wrongCounts = await findWrongCounts(connection)
    if (count + wrongCounts.length === 0) {
      return {
        status: "ok",
        summary: "Entries, prices and counts of the listing are those of the read model.",
      }
    }
    return {
      status: "error",
      summary: `${count} products are listed wrongly, and ${wrongCounts.length} counts are not those of their entries. \`truestock rebuild-availability --apply\` mends them.`,
      count: count + wrongCounts.length,
      examples: [
        ...misplaced.map((one) => `product ${one.product_id} in ${one.sales_channel_id}`),
        ...wrongCounts.map(sentenceOf),
      ].slice(0, examples),
    }
  },
}
