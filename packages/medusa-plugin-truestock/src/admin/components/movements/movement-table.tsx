import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useOrderNumbers } from "../../hooks/use-order-numbers"
import { useUserNames } from "../../hooks/use-user-names"
import type { Movement } from "../../lib/answers"
import { MovementRow } from "./movement-row"

/** `showItem`: the movements are of several items. */
type MovementTableProps = { movements: Movement[]; showLocation: boolean; showItem?: boolean }

/** Newest first. Incoming has a column only where something of it is to be seen. */
export const MovementTable = ({ movements, showLocation, showItem = false }: MovementTableProps) => {
  const { t } = useTranslation()
  const showIncoming = movements.some((movement) => movement.incoming_delta || movement.incoming_balance)
  const references = movements.flatMap((movement) => movement.references)
  const orderNumbers = useOrderNumbers(references.filter(({ type }) => type === "order").map(({ id }) => id))
  const userNames = useUserNames(
    movements.flatMap(({ actor_type, actor_id }) => (actor_type === "user" && actor_id ? [actor_id] : []))
  )
  const quantities = ["stocked", "reserved", ...(showIncoming ? ["incoming"] : []), "available"]
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("truestock.movements.column.when")}</Table.HeaderCell>
            <Table.HeaderCell>{t("truestock.movements.column.what")}</Table.HeaderCell>
            {quantities.map((quantity) => (
              <Table.HeaderCell key={quantity} className="text-right">
                {t(`truestock.movements.column.${quantity}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {movements.map((movement) => (
            <MovementRow
              key={movement.id}
              {...{ movement, showLocation, showItem, showIncoming, orderNumbers, userNames }}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
