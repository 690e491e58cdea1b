import { Trash } from "@medusajs/icons"
import { IconButton, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { itemName } from "../../lib/stockroom/item-name"
import { addLine, removeLine, setUnits, type DraftLine } from "../../lib/stockroom/lines"
import { NumberInput } from "../common/number-input"
import { ItemLabel } from "./item-label"
import { ItemSearch } from "./item-search"

type LineEditorProps = {
  lines: DraftLine[]
  /** Where the items must be stocked; none = anywhere. */
  locationId?: string
  onChange: (lines: DraftLine[]) => void
}

/** The lines of a paper: items are searched or scanned, and their units typed. */
export const LineEditor = ({ lines, locationId, onChange }: LineEditorProps) => {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-3">
      <Label size="small" weight="plus">
        {t("truestock.stockroom.lines")}
      </Label>
      <ItemSearch
        label={t("truestock.stockroom.addItem")}
        locationId={locationId}
        onPick={(item) => onChange(addLine(lines, item))}
      />
      {lines.length > 0 && (
        <ul className="divide-y rounded-lg border">
          {lines.map(({ item, units }) => {
            const name = itemName(item, t("truestock.shared.untitledItem"))
            return (
              <li key={item.id} className="flex items-center gap-x-3 px-3 py-2">
                <ItemLabel item={item} className="flex-1" />
                <div className="w-24 shrink-0">
                  <NumberInput
                    aria-label={t("truestock.stockroom.unitsOf", { item: name })}
                    step="any"
                    value={units}
                    onChange={(typed) => onChange(setUnits(lines, item.id, typed))}
                  />
                </div>
                <IconButton
                  type="button"
                  size="small"
                  variant="transparent"
                  aria-label={t("truestock.stockroom.removeLine", { item: name })}
                  onClick={() => onChange(removeLine(lines, item.id))}
                >
                  <Trash />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
