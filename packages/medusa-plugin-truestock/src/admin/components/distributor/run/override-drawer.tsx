import { Alert, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { useOverride } from "../../../hooks/distributor/use-distributor-change"
import { distributorRefusalKey } from "../../../lib/distributor/refusal-key"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { VerdictItem } from "./verdict-item"

const LONGEST_REASON = 255

/** Lets a guarded run through: what tripped, and why a person thinks that its figures are right all the same. */
export const OverrideDrawer = ({ run, onClose }: { run: Run; onClose: () => void }) => {
  const { t } = useTranslation()
  const [reason, setReason] = useState("")
  const { mutate, isPending, error, reset } = useOverride(run.id)
  const said = reason.trim()
  return (
    <FormDrawer
      title={t("truestock.distributor.override.title")}
      description={t("truestock.distributor.override.description")}
      isSaving={isPending}
      canSave={said !== ""}
      saveText={t("truestock.distributor.override.confirm")}
      onSave={() => mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ul className="divide-y rounded-lg border">
        {run.verdicts
          .filter(({ tripped }) => tripped)
          .map((verdict) => (
            <VerdictItem key={verdict.guard} verdict={verdict} isOverridden={false} />
          ))}
      </ul>
      <Field label={t("truestock.distributor.override.reason")}>
        {(ids) => (
          <Textarea
            {...ids}
            rows={3}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              reset()
            }}
          />
        )}
      </Field>
      {error && (
        <Alert variant="error" role="alert">
          {t(`truestock.distributor.refused.${distributorRefusalKey(error)}`, { message: error.message })}
        </Alert>
      )}
    </FormDrawer>
  )
}
