import { differingProducts } from "../rebuild/differing-products"
import type { AvailabilityCheck } from "./check"

/** I8: each row of the read model is what the rules say of its inputs. */
export const readModel: AvailabilityCheck = {
  name: "read_model",
  deep: true,
  run: async ({ connection, options }, examples) => {
    const found: string[] = []
    let lookedAt = 0
    for await (const batch of differingProducts(connection, options)) {
      lookedAt += batch.looked_at
      found.push(...batch.differing)
    }
    if (found.length === 0) {
      return { status: "ok", summary: `The read model of ${lookedAt} products is what the rules say.` }
    }
    return {
      status: "error",
      summary: `${found.length} of ${lookedAt} products have another availability than the rules say. \`truestock rebuild-availability --apply\` mends them.`,
      count: found.length,
      examples: found.slice(0, examples),
    }
  },
}
