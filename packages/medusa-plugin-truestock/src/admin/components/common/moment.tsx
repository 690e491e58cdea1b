import { useLanguage } from "../../hooks/use-language"
import { formatExactMoment, formatMoment } from "../../lib/format"

/** A moment in the operator's time zone; its title has the seconds. */
export const Moment = ({ at }: { at: string }) => {
  const language = useLanguage()
  return (
    <time dateTime={at} title={formatExactMoment(at, language)} className="whitespace-nowrap">
      {formatMoment(at, language)}
    </time>
  )
}
