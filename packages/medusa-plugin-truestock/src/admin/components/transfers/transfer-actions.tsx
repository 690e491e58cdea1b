import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TransferPaper } from "../../lib/stockroom/answers"
import { ArrivalDrawer } from "./arrival-drawer"
import { DraftDrawer } from "./draft-drawer"
import { TransferStep } from "./transfer-step"

const ACTIONS = {
  draft: ["cancel", "change", "ship"],
  in_transit: ["cancel", "reportLost", "receive"],
  received: [],
  cancelled: [],
} as const
type Action = (typeof ACTIONS)["draft" | "in_transit"][number]

/** What can be done with a transfer in its state; what leads onwards comes last. */
export const TransferActions = ({ transfer }: { transfer: TransferPaper }) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Action>()
  const dialog = { transfer, onClose: () => setOpened(undefined) }
  const onwards: Action[] = ["ship", "receive"]
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {ACTIONS[transfer.status].map((action) => (
          <Button
            key={action}
            size="small"
            variant={onwards.includes(action) ? "primary" : "secondary"}
            onClick={() => setOpened(action)}
          >
            {t(`truestock.transfers.action.${action}`)}
          </Button>
        ))}
      </div>
      {opened === "change" && <DraftDrawer {...dialog} />}
      {opened === "receive" && <ArrivalDrawer {...dialog} />}
      {opened === "reportLost" && <ArrivalDrawer {...dialog} isLoss />}
      {(opened === "ship" || opened === "cancel") && <TransferStep {...dialog} step={opened} />}
    </>
  )
}
