import { judgeQueue } from "../rules/judge-queue"
import { readQueue } from "../sql/read-queue"
import type { AvailabilityCheck } from "./check"

/** I10: every change reaches the read model, soon. */
export const changeQueue: AvailabilityCheck = {
  name: "change_queue",
  run: async ({ connection }, examples) => judgeQueue(await readQueue(connection, examples)),
}
