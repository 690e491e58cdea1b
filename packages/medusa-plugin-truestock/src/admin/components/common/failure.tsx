import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type FailureProps = { error: Error; onTryAgain: () => unknown }

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
      <Button size="small" variant="secondary" onClick={() => void onTryAgain()}>
        {t("truestock.shared.tryAgain")}
      </Button>
    </div>
  )
}
