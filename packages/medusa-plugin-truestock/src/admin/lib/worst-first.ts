import type { HealthCheck } from "./answers"

const SEVERITY: HealthCheck["status"][] = ["error", "warning", "ok", "skipped"]

/** What needs somebody first; otherwise in the order in which the doctor reports. */
export function worstFirst(checks: HealthCheck[]): HealthCheck[] {
  return [...checks].sort((a, b) => SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status))
}
