/**
 * A signal that is aborted with another one, or when the time is over; that other one itself where there is no limit. By
 * hand, since `AbortSignal.any` is younger than browsers that are still in use. `end` must be called: it lets go of both.
 */
export function withTimeout(timeout_ms: number | null, other: AbortSignal | null | undefined) {
  if (timeout_ms === null) return { signal: other, isOver: () => false, end: () => undefined }
  const controller = new AbortController()
  let isOver = false
  const timer = setTimeout(() => {
    isOver = true
    controller.abort()
  }, timeout_ms)
  const follow = () => controller.abort(other!.reason)
  if (other?.aborted) follow()
  else other?.addEventListener("abort", follow)
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end() {
      clearTimeout(timer)
      other?.removeEventListener("abort", follow)
    },
  }
}
