import { useTranslation } from "react-i18next"

/** The language that the operator reads the dashboard in, for numbers and dates. */
export function useLanguage(): string {
  const { i18n } = useTranslation()
  return i18n.language || "en"
}
