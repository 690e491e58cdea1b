import { clx, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { adjustmentOf, type PreviewRow } from "../../lib/adjust-many/preview"
import { formatDelta, formatQuantity } from "../../lib/format"
import { Clipped } from "../common/clipped"
import { ProblemList } from "./problem-list"

/** A row of the preview: what is there -> what it comes to. What was not understood is shown as it was typed. */
export const PreviewTableRow = ({ row: judged }: { row: PreviewRow }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { row, item, location, before, after, reason, problems } = judged
  const adjustment = adjustmentOf(judged)
  const why = [reason ? t(`truestock.adjust.reasons.${reason}`) : row.reason, row.note.trim()]
  return (
    <Table.Row className="[&_td]:py-2 [&_td]:align-top">
      <Table.Cell className="text-ui-fg-muted tabular-nums">{judged.line}</Table.Cell>
      <Table.Cell>
        <Clipped text={row.sku.trim() || "–"} className="text-ui-fg-base" />
        {item?.title && <Clipped text={item.title} className="text-ui-fg-subtle txt-compact-xsmall" />}
      </Table.Cell>
      <Table.Cell>
        <Clipped text={location?.name ?? (row.location.trim() || "–")} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right tabular-nums">
        {before === undefined || after === undefined ? (
          "–"
        ) : (
          <>
            {formatQuantity(before, language)}
            <span className="text-ui-fg-muted"> → </span>
            <span className="text-ui-fg-base font-medium">{formatQuantity(after, language)}</span>
          </>
        )}
      </Table.Cell>
      <Table.Cell
        className={clx("text-right tabular-nums", {
          "text-ui-tag-green-text": adjustment !== undefined && adjustment > 0,
          "text-ui-tag-red-text": adjustment !== undefined && adjustment < 0,
        })}
      >
        {adjustment === undefined ? row.quantity.trim() || "–" : formatDelta(adjustment, language)}
      </Table.Cell>
      <Table.Cell>
        <Clipped text={why.filter(Boolean).join(": ")} />
      </Table.Cell>
      <Table.Cell>
        {problems.length > 0 ? (
          <ProblemList problems={problems} row={row} />
        ) : (
          <span className="text-ui-fg-muted whitespace-nowrap">
            {t(`truestock.adjustMany.${adjustment === 0 ? "same" : "fine"}`)}
          </span>
        )}
      </Table.Cell>
    </Table.Row>
  )
}
