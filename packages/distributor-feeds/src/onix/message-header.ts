import { type Element, textAt } from "./element"

/** What the message says once for all its products. */
export function messageHeader(header: Element | null) {
  return {
    as_of: sentAt(textAt(header ?? undefined, "SentDateTime")),
    default_currency: textAt(header ?? undefined, "DefaultCurrencyCode"),
    default_type: textAt(header ?? undefined, "DefaultPriceType"),
  }
}

/** `20261122`, `20261122T0830`, with or without seconds and zone; UTC where no zone is named. */
function sentAt(text: string | null): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$/.exec(text ?? "")
  if (!parts) return null
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z"] = parts
  const offset = zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
