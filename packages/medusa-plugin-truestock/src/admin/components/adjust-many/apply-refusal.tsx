import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isUnanswered } from "../../lib/refusal"

/** Why nothing at all was done. */
export const ApplyRefusal = ({ error }: { error: Error }) => {
  const { t } = useTranslation()
  return (
    <div role="alert" className="px-6 py-3">
      <Alert variant={isUnanswered(error) ? "warning" : "error"}>
        {isUnanswered(error)
          ? t("truestock.adjustMany.unanswered")
          : t("truestock.adjustMany.notDone", {
              message: error.message,
            })}
      </Alert>
    </div>
  )
}
