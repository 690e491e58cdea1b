import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Verdict } from "../../../../modules/distributor/runs/run"
import { humanise } from "../../../lib/format"

const COLORS = { passed: "green", tripped: "red", overridden: "orange" } as const

type VerdictItemProps = { verdict: Verdict; isOverridden: boolean }

/** What one guard said: what it looks at, what it found, and whether it tripped. */
export const VerdictItem = ({ verdict: { guard, tripped, message }, isOverridden }: VerdictItemProps) => {
  const { t } = useTranslation()
  const state = !tripped ? "passed" : isOverridden ? "overridden" : "tripped"
  return (
    <li className="flex items-start justify-between gap-x-4 px-6 py-3">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(`truestock.distributor.guard.${guard}`, humanise(guard))}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
          {message}
        </Text>
      </div>
      <StatusBadge color={COLORS[state]} className="shrink-0 whitespace-nowrap">
        {t(`truestock.distributor.guardState.${state}`)}
      </StatusBadge>
    </li>
  )
}
