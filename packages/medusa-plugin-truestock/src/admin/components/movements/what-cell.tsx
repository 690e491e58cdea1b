import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Movement } from "../../lib/answers"

type WhatCellProps = { movement: Movement; showLocation: boolean }

/** The kind of a movement, above where it was, where that is not clear, and its reason and note. */
export const WhatCell = ({ movement, showLocation }: WhatCellProps) => {
  const { t } = useTranslation()
  const { kind, reason, note } = movement
  const why = [reason && t(`truestock.movements.reason.${reason}`), note].filter(Boolean).join(": ")
  return (
    <div className="flex flex-col items-start gap-y-1">
      <Badge size="2xsmall" className="whitespace-nowrap">
        {t(`truestock.movements.kind.${kind}`)}
      </Badge>
      {showLocation && <Detail text={movement.location_name ?? movement.location_id} />}
      {why && <Detail text={why} />}
    </div>
  )
}

const Detail = ({ text }: { text: string }) => (
  <span className="text-ui-fg-subtle txt-compact-xsmall block max-w-44 truncate" title={text}>
    {text}
  </span>
)
