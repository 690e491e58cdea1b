import { useTranslation } from "react-i18next"
import { reasonKey } from "../../lib/availability/status-text"
import { humanise } from "../../lib/format"

/** Why a status is as it is, in a sentence. */
export const ReasonText = ({ reason }: { reason: string }) => {
  const { t } = useTranslation()
  return <>{t(reasonKey(reason), humanise(reason))}</>
}
