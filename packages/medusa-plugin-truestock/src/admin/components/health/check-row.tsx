import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HealthCheck } from "../../lib/answers"
import { humanise } from "../../lib/format"
import { WithCommands } from "../common/with-commands"
import { CheckExamples } from "./check-examples"
import { HealthBadge } from "./health-badge"

/** One check: its verdict, what it found, and the first of what offends. */
export const CheckRow = ({ check: { name, status, summary, count, examples } }: { check: HealthCheck }) => {
  const { t } = useTranslation()
  return (
    <li className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(`truestock.health.check.${name}`, humanise(name))}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
          <WithCommands text={summary} />
        </Text>
        {examples && examples.length > 0 && <CheckExamples examples={examples} count={count} />}
      </div>
      <HealthBadge status={status} />
    </li>
  )
}
