import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { Hold } from "../../lib/answers"
import { formatExactMoment } from "../../lib/format"
import { formatRemaining } from "../../lib/holds/remaining"
import { Moment } from "../common/moment"
import { useRemainingSeconds } from "./holds-context"

const COLORS = { held: "blue", expired: "grey", confirmed: "green", released: "orange" } as const

type HoldStateCellProps = { hold: Hold; isHeldOnly: boolean }

/** How long a hold has still to go; of one that is over what became of it, and when. */
export const HoldStateCell = ({ hold, isHeldOnly }: HoldStateCellProps) => {
  const { t } = useTranslation()
  const isLive = useIsLive(hold)
  const state = hold.state === "held" && !isLive ? "expired" : hold.state
  if (isLive && isHeldOnly) return <Countdown hold={hold} />
  return (
    <div className="flex items-center gap-x-2 whitespace-nowrap">
      <StatusBadge color={COLORS[state]}>{t(`truestock.holds.state.${state}`)}</StatusBadge>
      {isLive ? <Countdown hold={hold} /> : <Moment at={hold.ended_at ?? hold.expires_at} />}
    </div>
  )
}

const Countdown = ({ hold: { expires_at } }: { hold: Hold }) => {
  const language = useLanguage()
  const seconds = useRemainingSeconds(expires_at)
  return (
    <time
      dateTime={expires_at}
      title={formatExactMoment(expires_at, language)}
      className={seconds < 60 ? "text-ui-tag-orange-text tabular-nums" : "text-ui-fg-base tabular-nums"}
    >
      {formatRemaining(seconds, language)}
    </time>
  )
}

/** It expires between two looks at the server, too. */
export function useIsLive({ state, expires_at }: Hold): boolean {
  const seconds = useRemainingSeconds(expires_at)
  return state === "held" && seconds > 0
}
