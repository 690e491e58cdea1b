import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Movement } from "../../lib/answers"
import { ItemLink } from "../common/item-link"
import { ReferenceList } from "./reference-list"

type WhatCellProps = {
  movement: Movement
  showLocation: boolean
  showItem: boolean
  orderNumbers: Map<string, number>
}

/** The kind of a movement and what it belongs to, above of which item and where it was, where that is not clear, and why. */
export const WhatCell = ({ movement, showLocation, showItem, orderNumbers }: WhatCellProps) => {
  const { t } = useTranslation()
  const { kind, reason, note, references } = movement
  const why = [reason && t(`truestock.movements.reason.${reason}`), note].filter(Boolean).join(": ")
  return (
    <div className="flex flex-col items-start gap-y-0.5">
      <div className="flex flex-wrap items-center gap-x-2">
        <Badge size="2xsmall" className="whitespace-nowrap">
          {t(`truestock.movements.kind.${kind}`)}
        </Badge>
        <ReferenceList references={references} orderNumbers={orderNumbers} />
      </div>
      {showItem && <ItemLink item={{ ...movement, title: movement.sku }} />}
      {showLocation && <Detail text={movement.location_name ?? movement.location_id} />}
      {why && <Detail text={why} />}
    </div>
  )
}

const Detail = ({ text }: { text: string }) => (
  <span className="text-ui-fg-subtle txt-compact-xsmall block max-w-48 truncate" title={text}>
    {text}
  </span>
)
