const MINUS = "\u2212"

/** The dashboard's name of a language ("enGB", "ptBR") as the platform knows it ("en-GB"), which refuses the former. */
export function languageTag(language: string): string {
  return language.replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
}

/** A quantity as the operator's language writes it, up to three decimals. */
export function formatQuantity(quantity: number, language: string): string {
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(Math.abs(quantity))
  return quantity < 0 ? MINUS + text : text
}

/** A change with its sign. */
export function formatDelta(delta: number, language: string): string {
  return delta > 0 ? `+${formatQuantity(delta, language)}` : formatQuantity(delta, language)
}

/** An amount in a currency, by its code; of none the number alone. */
export function formatMoney(amount: number, currency: string, language: string): string {
  if (!/^[a-z]{3}$/i.test(currency)) return formatQuantity(amount, language)
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(amount)
}

/** A share: 0.25 is 25%. What is less than a percent has a digit more, so that little is not nothing. */
export function formatPercent(share: number, language: string): string {
  const maximumFractionDigits = Math.abs(share) < 0.01 ? 2 : 1
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits }).format(share)
}

export function formatMoment(moment: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(moment)
  )
}

/** With seconds and time zone: for whoever compares it with a log. */
export function formatExactMoment(moment: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" }).format(new Date(moment))
}

/** The day of a moment, with its year. */
export function formatDate(moment: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(moment))
}

export function formatDay(day: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short" }).format(day)
}

/** The last characters of an id: the beginning of a ulid is its time, and alike for neighbours. */
export function shortId(id: string): string {
  return id.length > 10 ? `…${id.slice(-6)}` : id
}

/** "lock_first" and "lock-first" as a heading, for a name that has no text of its own. */
export function humanise(name: string): string {
  const words = name.replace(/[-_]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
