import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { NamedTransferLine } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { onTheWay, type ArrivedUnits } from "../../lib/transfers/receipt"
import { NumberInput } from "../common/number-input"
import { ItemLabel } from "../stockroom/item-label"

type ArrivalLinesProps = {
  lines: NamedTransferLine[]
  arrived: ArrivedUnits
  onChange: (itemId: string, units: string) => void
}

/** Each item that is on its way, and how many units of it have come. */
export const ArrivalLines = ({ lines, arrived, onChange }: ArrivalLinesProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="divide-y rounded-lg border">
      {onTheWay(lines).map((line) => {
        const name = itemName(line, t("truestock.shared.untitledItem"))
        return (
          <li key={line.inventory_item_id} className="flex items-center gap-x-3 px-3 py-2">
            <ItemLabel item={line} className="flex-1" />
            <div className="w-24 shrink-0">
              <NumberInput
                aria-label={t("truestock.transfers.arrivedOf", { item: name })}
                step="any"
                value={arrived[line.inventory_item_id] ?? ""}
                onChange={(units) => onChange(line.inventory_item_id, units)}
              />
            </div>
            <span className="txt-compact-small text-ui-fg-subtle w-16 shrink-0 whitespace-nowrap tabular-nums">
              {t("truestock.transfers.ofUnits", {
                units: formatQuantity(line.in_transit_quantity, language),
              })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
