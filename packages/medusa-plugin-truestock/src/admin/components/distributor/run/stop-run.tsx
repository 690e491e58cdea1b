import { Button, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useStopRun } from "../../../hooks/distributor/use-distributor-change"

/** Ends a run, after a question. */
export const StopRun = ({ run }: { run: Pick<Run, "id"> }) => {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const { mutate, isPending } = useStopRun(run.id)
  const stop = async () => {
    const sure = await prompt({
      title: t("truestock.distributor.stop.title"),
      description: t("truestock.distributor.stop.description"),
      confirmText: t("truestock.distributor.stop.confirm"),
      cancelText: t("truestock.stockroom.back"),
    })
    if (sure) mutate()
  }
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={() => void stop()}>
      {t("truestock.distributor.stop.action")}
    </Button>
  )
}
