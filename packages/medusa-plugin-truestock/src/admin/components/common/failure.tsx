import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type FailureProps = { error: Error; onTryAgain: () => void }

/** Says why something could not be loaded. */
export const Failure = ({ error, onTryAgain }: FailureProps) => {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Alert variant="error" className="w-full">
        {error.message
          ? t("truestock.shared.failedWith", { message: error.message })
          : t("truestock.shared.failed")}
      </Alert>
      <Button size="small" variant="secondary" onClick={onTryAgain}>
        {t("truestock.shared.tryAgain")}
      </Button>
    </div>
  )
}
