import { useTranslation } from "react-i18next"
import { languageTag } from "../lib/format"

/** The language that the operator reads the dashboard in, for numbers and dates. */
export function useLanguage(): string {
  const { i18n } = useTranslation()
  return languageTag(i18n.language || "en")
}
