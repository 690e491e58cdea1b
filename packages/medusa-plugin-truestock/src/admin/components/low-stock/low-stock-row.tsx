import { Button, clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Named } from "../../hooks/use-choices"
import { useLanguage } from "../../hooks/use-language"
import type { LowItem } from "../../hooks/use-low-stock"
import { formatQuantity } from "../../lib/format"
import { Clipped } from "../common/clipped"
import { ItemLink } from "../common/item-link"

/** `locations`: where the list is of all of them, to say how much is where. */
type LowStockRowProps = { item: LowItem; locations: Named[] | undefined; onAdjust: () => void }

export const LowStockRow = ({ item, locations, onAdjust }: LowStockRowProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { stocked_quantity, reserved_quantity, available_quantity, incoming_quantity, threshold } = item
  const number = (quantity: number, className?: string) => (
    <Table.Cell className={clx("text-right tabular-nums", className)}>
      {formatQuantity(quantity, language)}
    </Table.Cell>
  )
  return (
    <Table.Row className="[&_td]:py-2">
      <Table.Cell>
        <ItemLink item={item} />
        {item.title && item.sku && (
          <Clipped text={item.sku} className="text-ui-fg-subtle txt-compact-xsmall" />
        )}
      </Table.Cell>
      {number(available_quantity, available_quantity <= 0 ? "text-ui-tag-red-text" : "text-ui-fg-base")}
      {number(threshold)}
      {number(stocked_quantity)}
      {number(reserved_quantity)}
      {number(incoming_quantity, incoming_quantity > 0 ? "text-ui-tag-green-text" : undefined)}
      {locations && (
        <Table.Cell>
          <ul className="txt-compact-xsmall min-w-40 max-w-60">
            {item.levels.map((level) => (
              <li key={level.location_id} className="flex justify-between gap-x-3">
                <Clipped
                  text={locations.find(({ id }) => id === level.location_id)?.name ?? level.location_id}
                />
                <span className="tabular-nums">{formatQuantity(level.available_quantity, language)}</span>
              </li>
            ))}
          </ul>
        </Table.Cell>
      )}
      <Table.Cell className="text-right">
        <Button size="small" variant="secondary" className="whitespace-nowrap" onClick={onAdjust}>
          {t("truestock.adjust.open")}
        </Button>
      </Table.Cell>
    </Table.Row>
  )
}
