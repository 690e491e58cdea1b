import { createDataTableColumnHelper } from "@medusajs/ui"
import type { Run } from "../../../../modules/distributor/runs/run"
import { Moment } from "../../common/moment"
import { CountList } from "./count-list"
import { RunBadge } from "./run-badge"
import { RunOwner } from "./run-owner"

type Translate = (key: string) => string
const column = createDataTableColumnHelper<Run>()

export const runColumns = (t: Translate) => [
  column.accessor("created_at", {
    header: t("truestock.distributor.run.began"),
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor("kind", {
    header: t("truestock.distributor.run.kindFilter"),
    cell: ({ getValue }) => (
      <span className="text-ui-fg-base whitespace-nowrap">
        {t(`truestock.distributor.run.kind.${getValue()}`)}
      </span>
    ),
  }),
  column.accessor("status", {
    header: t("truestock.stockroom.state"),
    cell: ({ row }) => <RunBadge run={row.original} />,
  }),
  column.display({
    id: "counts",
    header: t("truestock.distributor.run.result"),
    cell: ({ row }) => (
      <div className="min-w-72 py-2">
        <CountList run={row.original} />
      </div>
    ),
  }),
  column.display({
    id: "by",
    header: t("truestock.distributor.run.by"),
    cell: ({ row }) => <RunOwner run={row.original} />,
  }),
]
