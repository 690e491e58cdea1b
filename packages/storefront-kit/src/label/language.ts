import type { Moment } from "../rules/moments.js"
import type { PluralText } from "./availability-texts.js"

/** Plain "en" is American to Intl: for a date that everybody reads the same way the day comes first. */
const ENGLISH = "en-GB"

/** The locale as Intl takes it, such as `de-AT` for `de_AT`; English for what is none, or one that nobody knows. */
export function knownLocale(locale: string | null | undefined): string {
  if (!locale || locale === "en") return ENGLISH
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.replace(/_/g, "-"))[0] ?? ENGLISH
  } catch {
    return ENGLISH
  }
}

/** The texts of the locale's language, else English; and the locale in which their dates and numbers are written. */
export function inLanguage<Texts>(texts: { en: Texts; de: Texts }, locale: string | null | undefined) {
  const known = knownLocale(locale)
  const language = known.split("-")[0]
  if (language === "de") return { texts: texts.de, locale: known }
  return { texts: texts.en, locale: language === "en" ? known : ENGLISH }
}

/** A day as it is written out, such as "7 October 2027". A time zone that does not exist is taken for UTC. */
export function dayIn(locale: string, moment: Moment, timeZone = "UTC"): string {
  const style = { day: "numeric", month: "long", year: "numeric" } as const
  const date = new Date(moment)
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(date)
  } catch {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }).format(date)
  }
}

/** The text with what stands in `{}` filled in; a name that is not given stays as it is. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

/** The plural of the text for this number. */
export function plural(text: PluralText, count: number, locale: string): string {
  return typeof text === "string" ? text : (text[new Intl.PluralRules(locale).select(count)] ?? text.other)
}
