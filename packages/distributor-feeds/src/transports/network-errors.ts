const UNREACHABLE = new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "ECONNABORTED",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_STREAM_PREMATURE_CLOSE",
])

/** Errors of the network itself, whatever library they came through; null for another. */
export function explainNetworkError(
  error: unknown
): { code: "unreachable" | "timed_out"; text: string } | null {
  const { code, message = "" } = error as { code?: unknown; message?: string }
  if (code === "ETIMEDOUT" || /time(d )?out/i.test(message))
    return { code: "timed_out", text: "no answer in time." }
  if (UNREACHABLE.has(String(code)))
    return { code: "unreachable", text: `the connection failed (${String(code)}).` }
  return null
}
