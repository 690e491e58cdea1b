import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { StockCount } from "../../lib/stockroom/answers"
import { CloseCount } from "./close-count"

/** A count that is open is posted, or given up. */
export const CountActions = ({ count }: { count: StockCount }) => {
  const { t } = useTranslation()
  const [closing, setClosing] = useState<"post" | "cancel">()
  return (
    <>
      {count.status === "open" && (
        <div className="flex items-center gap-x-2">
          <Button size="small" variant="secondary" onClick={() => setClosing("cancel")}>
            {t("truestock.stock_take.cancel.confirm")}
          </Button>
          <Button size="small" disabled={count.counted_lines === 0} onClick={() => setClosing("post")}>
            {t("truestock.stock_take.post.action")}
          </Button>
        </div>
      )}
      {closing && <CloseCount count={count} by={closing} onClose={() => setClosing(undefined)} />}
    </>
  )
}
