import type { Verdict } from "../../../health"
import type { QueueState } from "../sql/read-queue"

/** A change is in the listing within a second; what a bulk import queues takes longer. */
const SLOW_AFTER_SECONDS = 10
const STUCK_AFTER_SECONDS = 300

/** What the state of the change queue says of the drain. */
export function judgeQueue({ waiting, lag_seconds, oldest, failed }: QueueState): Verdict {
  const lag = Math.round(lag_seconds ?? 0)
  const found = { count: waiting, examples: oldest }
  const queue = `${waiting} changes wait, the oldest for ${lag} s`
  if (lag >= STUCK_AFTER_SECONDS) {
    return {
      status: "error",
      summary: `${queue}: the drain is stuck. See that a worker is running, and its log.`,
      ...found,
    }
  }
  if (failed > 0) {
    return {
      status: "warning",
      summary: `${failed} changes could not be applied and are tried again; ${queue}. The log says why.`,
      ...found,
    }
  }
  if (lag >= SLOW_AFTER_SECONDS) {
    return { status: "warning", summary: `${queue}: the drain is behind.`, ...found }
  }
  return {
    status: "ok",
    summary: waiting === 0 ? "Every change has reached the read model." : `${queue}.`,
    ...(waiting > 0 && { count: waiting }),
  }
}
