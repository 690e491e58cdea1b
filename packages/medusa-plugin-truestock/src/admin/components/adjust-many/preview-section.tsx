import { Button, Container } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { MOVEMENT_REASONS } from "../../../modules/inventory_management/movement"
import { useAdjustMany } from "../../hooks/use-adjust-many"
import type { RequestKeys } from "../../lib/adjust/request-keys"
import type { GridRow, Mode } from "../../lib/adjust-many/grid-row"
import { type Known, preview } from "../../lib/adjust-many/preview"
import type { ReasonWords } from "../../lib/adjust-many/read-reason"
import { adjustManyBody, rowsToApply } from "../../lib/adjust-many/request"
import { PageHeading } from "../common/page-heading"
import { SwitchField } from "../common/switch-field"
import type { Applied } from "./adjust-many"
import { ApplyRefusal } from "./apply-refusal"
import { PreviewCounts } from "./preview-counts"
import { PreviewTable } from "./preview-table"

type PreviewSectionProps = {
  rows: GridRow[]
  mode: Mode
  known: Known
  keys: RequestKeys
  onBack: () => void
  onApplied: (applied: Applied) => void
}

/** What every row comes to, and all that is wrong with it, before anything is done. */
export const PreviewSection = ({ rows, mode, known, keys, onBack, onApplied }: PreviewSectionProps) => {
  const { t } = useTranslation()
  const [allowShortfall, setAllowShortfall] = useState(false)
  const [leaveOut, setLeaveOut] = useState(false)
  const { mutate: apply, isPending, error } = useAdjustMany(keys)
  const judged = useMemo(() => {
    const words = Object.fromEntries(
      MOVEMENT_REASONS.map((reason) => [reason, t(`truestock.adjust.reasons.${reason}`)])
    ) as ReasonWords
    return preview(rows, known, { mode, allowShortfall, words })
  }, [rows, known, mode, allowShortfall, t])
  const wrong = judged.filter(({ problems }) => problems.length > 0)
  const sent = rowsToApply(judged)
  const isShort = judged.some((row) => row.problems.some(({ problem }) => problem === "below_promised"))

  const send = () =>
    apply(adjustManyBody(sent, allowShortfall), {
      onSuccess: (answer) => onApplied({ sent, answer, leftOut: wrong }),
    })

  return (
    <Container className="divide-y overflow-hidden p-0">
      <PageHeading
        title={t("truestock.adjustMany.previewTitle")}
        subtitle={t("truestock.adjustMany.previewSubtitle")}
      >
        <Button size="small" variant="secondary" disabled={isPending} onClick={onBack}>
          {t("truestock.adjustMany.back")}
        </Button>
        <Button
          size="small"
          isLoading={isPending}
          disabled={sent.length === 0 || (wrong.length > 0 && !leaveOut)}
          onClick={send}
        >
          {t("truestock.adjustMany.apply", { count: sent.length })}
        </Button>
      </PageHeading>
      <PreviewCounts all={judged.length} sent={sent.length} wrong={wrong.length} />
      {error && <ApplyRefusal error={error} />}
      {(wrong.length > 0 || allowShortfall) && (
        <div className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:gap-12">
          {wrong.length > 0 && (
            <SwitchField
              label={t("truestock.adjustMany.leaveOut", { count: wrong.length })}
              hint={t("truestock.adjustMany.leaveOutHint")}
              checked={leaveOut}
              onChange={setLeaveOut}
            />
          )}
          {(isShort || allowShortfall) && (
            <SwitchField
              label={t("truestock.adjust.allowShortfall")}
              hint={t("truestock.adjust.allowShortfallHint")}
              checked={allowShortfall}
              onChange={setAllowShortfall}
            />
          )}
        </div>
      )}
      <PreviewTable rows={judged} wrong={wrong} />
    </Container>
  )
}
