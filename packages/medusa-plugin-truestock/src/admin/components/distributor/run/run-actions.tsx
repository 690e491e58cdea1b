import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { isOpen } from "../../../lib/distributor/progress"
import { OverrideDrawer } from "./override-drawer"
import { StopRun } from "./stop-run"

/** What can be done with a run in its state. */
export const RunActions = ({ run }: { run: Run }) => {
  const { t } = useTranslation()
  const [isOverriding, setIsOverriding] = useState(false)
  if (isOpen(run)) return <StopRun run={run} />
  // What was only to be looked at is looked at anew before it is done.
  if (run.status !== "guarded" || run.is_dry_run) return null
  return (
    <>
      <Button size="small" variant="danger" onClick={() => setIsOverriding(true)}>
        {t("truestock.distributor.override.action")}
      </Button>
      {isOverriding && <OverrideDrawer run={run} onClose={() => setIsOverriding(false)} />}
    </>
  )
}
