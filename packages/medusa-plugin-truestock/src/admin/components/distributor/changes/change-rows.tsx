import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Change } from "../../../lib/distributor/answers"
import { placeRows, type PlaceRow } from "../../../lib/distributor/place-rows"
import { Clipped } from "../../common/clipped"
import { Units } from "../units"
import { ChangeBadges } from "./change-badges"

/** One title: a row for each place whose figures differ, and one for what they come to. */
export const ChangeRows = ({ change }: { change: Change }) => {
  const rows = placeRows(change.before, change.after)
  return rows.map((row, n) => (
    <Table.Row key={row.code ?? ""} className={clx("[&_td]:py-2", { "border-b-0": n < rows.length - 1 })}>
      <Table.Cell className="align-top">{n === 0 && <TitleCell change={change} />}</Table.Cell>
      <PlaceCells row={row} />
      <Table.Cell className="align-top">{n === 0 && <ChangeBadges change={change} />}</Table.Cell>
    </Table.Row>
  ))
}

const TitleCell = ({ change: { title, ean13 } }: { change: Change }) => {
  const { t } = useTranslation()
  return (
    <>
      <Clipped text={title ?? t("truestock.distributor.queue.untitled")} className="text-ui-fg-base" />
      <span className="text-ui-fg-muted txt-compact-xsmall tabular-nums">{ean13}</span>
    </>
  )
}

const PlaceCells = ({ row }: { row: PlaceRow }) => {
  const { t } = useTranslation()
  const isSum = row.code === null
  const isOrderMoved = row.on_order_before !== row.on_order
  const figure = clx("whitespace-nowrap text-right align-top", { "font-medium": isSum })
  return (
    <>
      <Table.Cell className={clx("whitespace-nowrap align-top", { "text-ui-fg-muted": isSum })}>
        {row.code ?? t("truestock.distributor.changes.all")}
      </Table.Cell>
      <Table.Cell className={figure}>
        <Units count={row.before} />
      </Table.Cell>
      <Table.Cell className={clx(figure, { "text-ui-fg-base": row.before !== row.after })}>
        <Units count={row.after} />
      </Table.Cell>
      <Table.Cell className={figure}>
        {isOrderMoved && (
          <>
            <Units count={row.on_order_before} /> →{" "}
          </>
        )}
        <Units count={row.on_order} />
      </Table.Cell>
    </>
  )
}
