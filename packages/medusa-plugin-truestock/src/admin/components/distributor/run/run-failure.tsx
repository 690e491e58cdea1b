import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"

/** Why a run ended before its end: in words, and in those of the server, which name the value. */
export const RunFailure = ({ run: { error } }: { run: Pick<Run, "error"> }) => {
  const { t } = useTranslation()
  if (!error) return null
  const words = t([`truestock.distributor.failure.${error.code}`, "truestock.distributor.failure.other"])
  return (
    <Alert variant="error">
      <div className="flex min-w-0 flex-col gap-y-1">
        <span className="font-medium">{words}</span>
        <span className="text-ui-fg-subtle break-words">
          {error.message} ({error.code})
        </span>
      </div>
    </Alert>
  )
}
