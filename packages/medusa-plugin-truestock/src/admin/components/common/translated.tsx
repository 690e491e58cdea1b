import { useTranslation } from "react-i18next"

/** A text in the operator's language, for places that take no hook: a route's breadcrumb. */
export const Translated = ({ text }: { text: string }) => {
  const { t } = useTranslation()
  return <>{t(text)}</>
}
