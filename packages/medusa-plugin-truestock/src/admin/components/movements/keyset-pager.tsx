import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type KeysetPagerProps = { page: number; onNewer: (() => void) | undefined; onOlder: (() => void) | undefined }

/** Pages of a list that nobody counts, since it may have millions of rows. */
export const KeysetPager = ({ page, onNewer, onOlder }: KeysetPagerProps) => {
  const { t } = useTranslation()
  return (
    <nav className="flex items-center justify-between px-6 py-3">
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("truestock.movements.page", { page })}
      </Text>
      <div className="flex gap-x-2">
        <Button size="small" variant="transparent" disabled={!onNewer} onClick={onNewer}>
          {t("truestock.movements.newer")}
        </Button>
        <Button size="small" variant="transparent" disabled={!onOlder} onClick={onOlder}>
          {t("truestock.movements.older")}
        </Button>
      </div>
    </nav>
  )
}
