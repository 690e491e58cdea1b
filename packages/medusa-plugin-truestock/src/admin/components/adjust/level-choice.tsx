import { clx, RadioGroup, Table } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useItemLocations } from "../../hooks/use-item-locations"
import { useLanguage } from "../../hooks/use-language"
import type { StockedLevel } from "../../lib/answers"
import { formatQuantity } from "../../lib/format"

const QUANTITIES = ["stocked", "reserved", "held", "available"] as const

type LevelChoiceProps = {
  itemId: string
  levels: StockedLevel[]
  value: string | undefined
  onChange: (locationId: string) => void
}

/** One of the item's locations, each with what is there. */
export const LevelChoice = ({ itemId, levels, value, onChange }: LevelChoiceProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const { data: locations = [] } = useItemLocations(itemId)
  const names = new Map(locations.map((location) => [location.id, location.name]))
  const nameOf = ({ location_id }: StockedLevel) => names.get(location_id) ?? location_id
  const sorted = [...levels].sort((one, other) => nameOf(one).localeCompare(nameOf(other)))
  return (
    <RadioGroup
      value={value ?? ""}
      onValueChange={onChange}
      aria-label={t("truestock.shared.location")}
      className="block max-h-72 shrink-0 overflow-auto rounded-lg border"
    >
      <Table className="[&_td]:px-2 [&_th]:px-2 [&_tr:last-child]:border-b-0">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("truestock.shared.location")}</Table.HeaderCell>
            {QUANTITIES.map((quantity) => (
              <Table.HeaderCell key={quantity} className="text-right">
                {t(`truestock.adjust.quantity.${quantity}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {sorted.map((level) => (
            <Table.Row
              key={level.location_id}
              className="cursor-pointer"
              onClick={() => onChange(level.location_id)}
            >
              <Table.Cell>
                <div className="flex items-center gap-x-2">
                  <RadioGroup.Item value={level.location_id} id={`${id}-${level.location_id}`} />
                  <label
                    htmlFor={`${id}-${level.location_id}`}
                    title={nameOf(level)}
                    className="text-ui-fg-base max-w-36 cursor-pointer truncate"
                  >
                    {nameOf(level)}
                  </label>
                </div>
              </Table.Cell>
              {QUANTITIES.map((quantity) => (
                <Table.Cell
                  key={quantity}
                  className={clx("text-right tabular-nums", {
                    "text-ui-tag-red-text": level[`${quantity}_quantity`] < 0,
                  })}
                >
                  {formatQuantity(level[`${quantity}_quantity`], language)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </RadioGroup>
  )
}
