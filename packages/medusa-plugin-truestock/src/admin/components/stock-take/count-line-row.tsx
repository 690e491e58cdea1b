import { clx, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEnterCount } from "../../hooks/stockroom/use-enter-count"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import { differenceOf, entryOf, isEntry } from "../../lib/stock-take/entry"
import type { CountLine } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { ItemLabel } from "../stockroom/item-label"
import { Refused } from "../stockroom/refused"
import { CountedInput } from "./counted-input"
import { LineDifference } from "./line-difference"

type CountLineRowProps = { countId: string; line: CountLine; isOpen: boolean; onLast: () => void }

/** One item: what the books have, what was counted, and by how much they differ. It is saved when the input is left. */
export const CountLineRow = ({ countId, line, isOpen, onLast }: CountLineRowProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const { mutate, isPending, error } = useEnterCount(countId)
  const text = typed ?? line.counted_quantity?.toString() ?? ""
  const name = itemName(line, t("truestock.shared.untitledItem"))
  const save = () => {
    const entry = typed === undefined ? undefined : entryOf(typed, line.counted_quantity)
    // What is no number of units stays as it is typed, and is seen to be wrong.
    if (!entry) return isEntry(text) && !error ? setTyped(undefined) : undefined
    mutate({ inventory_item_id: line.inventory_item_id, ...entry }, { onSuccess: () => setTyped(undefined) })
  }
  const difference = typed === undefined ? line.difference : differenceOf(typed, line.stocked_quantity)
  return (
    <Table.Row className={clx({ "bg-ui-bg-subtle": isOpen && line.counted_quantity !== null })}>
      <Table.Cell className="w-full max-w-0">
        <div className="flex flex-col py-2">
          <ItemLabel item={line} />
          {error && <Refused error={error} />}
        </div>
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {formatQuantity(line.expected_quantity, language)}
        <span className="block sm:hidden">
          <LineDifference difference={difference} />
        </span>
        {isOpen && line.counted_quantity !== null && line.stocked_quantity !== line.expected_quantity && (
          <span className="txt-compact-xsmall text-ui-fg-muted block whitespace-nowrap">
            {t("truestock.stock_take.now", { units: formatQuantity(line.stocked_quantity, language) })}
          </span>
        )}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {isOpen ? (
          <CountedInput
            {...{ name, isPending, onLast }}
            itemId={line.inventory_item_id}
            value={text}
            onChange={setTyped}
            onLeave={save}
          />
        ) : (
          formatQuantity(line.counted_quantity ?? 0, language)
        )}
      </Table.Cell>
      <Table.Cell className="text-right max-sm:hidden">
        <LineDifference difference={difference} />
      </Table.Cell>
    </Table.Row>
  )
}
