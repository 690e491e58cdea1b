import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Movement } from "../../lib/answers"

/** The kind of a movement, above its reason and note. */
export const WhatCell = ({ movement: { kind, reason, note } }: { movement: Movement }) => {
  const { t } = useTranslation()
  const why = [reason && t(`truestock.movements.reason.${reason}`), note].filter(Boolean).join(": ")
  return (
    <div className="flex flex-col items-start gap-y-1">
      <Badge size="2xsmall">{t(`truestock.movements.kind.${kind}`)}</Badge>
      {why && (
        <span className="text-ui-fg-subtle txt-compact-xsmall block max-w-40 truncate" title={why}>
          {why}
        </span>
      )}
    </div>
  )
}
