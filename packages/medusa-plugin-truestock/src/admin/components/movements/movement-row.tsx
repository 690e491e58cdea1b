import { clx, Table } from "@medusajs/ui"
import { useLanguage } from "../../hooks/use-language"
import type { Movement } from "../../lib/answers"
import { formatQuantity } from "../../lib/format"
import { QuantityCell } from "./quantity-cell"
import { WhatCell } from "./what-cell"
import { WhenCell } from "./when-cell"

type MovementRowProps = {
  movement: Movement
  showLocation: boolean
  showItem: boolean
  showIncoming: boolean
  orderNumbers: Map<string, number>
  userNames: Map<string, string>
}

export const MovementRow = ({
  movement,
  showLocation,
  showItem,
  showIncoming,
  ...names
}: MovementRowProps) => {
  const language = useLanguage()
  const { available_balance: available } = movement
  return (
    <Table.Row className="[&_td]:py-2 [&_td]:align-top">
      <Table.Cell>
        <WhenCell movement={movement} userNames={names.userNames} />
      </Table.Cell>
      <Table.Cell>
        <WhatCell {...{ movement, showLocation, showItem, orderNumbers: names.orderNumbers }} />
      </Table.Cell>
      <Table.Cell>
        <QuantityCell delta={movement.stocked_delta} balance={movement.stocked_balance} />
      </Table.Cell>
      <Table.Cell>
        <QuantityCell delta={movement.reserved_delta} balance={movement.reserved_balance} />
      </Table.Cell>
      {showIncoming && (
        <Table.Cell>
          <QuantityCell delta={movement.incoming_delta} balance={movement.incoming_balance} />
        </Table.Cell>
      )}
      <Table.Cell
        className={clx("text-right tabular-nums", available < 0 ? "text-ui-tag-red-text" : "text-ui-fg-base")}
      >
        {formatQuantity(available, language)}
      </Table.Cell>
    </Table.Row>
  )
}
