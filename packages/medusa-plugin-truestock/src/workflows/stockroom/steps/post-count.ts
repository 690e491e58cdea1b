import { stockStep } from "./stock-step"

export const postCountStepId = "post-count"

export type PostCountInput = { id: string } & { idempotency_key?: string | null }

/** Adds the differences of a count to the stock. Not compensated: what was counted is a fact. Place it last. */
export const postCountStep = stockStep(postCountStepId, (stock, { id }: PostCountInput, asking) =>
  stock.postCount(id, asking)
)
