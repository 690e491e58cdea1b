import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { NamedTransferLine } from "../../lib/stockroom/answers"
import { ItemCell } from "../common/item-cell"

const QUANTITIES = ["in_transit", "received", "lost", "returned"] as const

/** What is on the paper, and what became of it; of a draft only how many units. */
export const TransferLines = ({ lines, isDraft }: { lines: NamedTransferLine[]; isDraft: boolean }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const quantities = isDraft
    ? []
    : QUANTITIES.filter((name) => name === "received" || lines.some((line) => line[`${name}_quantity`] > 0))
  return (
    <div className="overflow-x-auto">
      <Table className="max-sm:[&_td]:px-2 max-sm:[&_th]:px-2">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("truestock.transfers.item")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("truestock.shared.units")}</Table.HeaderCell>
            {quantities.map((name) => (
              <Table.HeaderCell key={name} className="text-right">
                {t(`truestock.transfers.quantity.${name}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line.inventory_item_id}>
              <Table.Cell>
                <ItemCell item={line} />
              </Table.Cell>
              <Table.Cell className="text-ui-fg-base text-right tabular-nums">
                {formatQuantity(line.quantity, language)}
              </Table.Cell>
              {quantities.map((name) => (
                <Table.Cell
                  key={name}
                  className={clx("text-right tabular-nums", {
                    "text-ui-tag-red-text": name === "lost" && line.lost_quantity > 0,
                  })}
                >
                  {formatQuantity(line[`${name}_quantity`], language)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
