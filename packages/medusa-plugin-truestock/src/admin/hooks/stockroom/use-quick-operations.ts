import { useTranslation } from "react-i18next"
import { isUnanswered } from "../../lib/refusal"
import type { StockCount, TransferPaper } from "../../lib/stockroom/answers"
import type { QuickTransfer } from "../../lib/stockroom/quick-transfer"
import { useOperation, type Send } from "./use-operation"

/** Makes a transfer and takes it as far as it shall go at once. One that is refused on the way is cancelled. */
export function useQuickTransfer() {
  const { t } = useTranslation()
  return useOperation({
    run: async (send, { body, reach }: QuickTransfer) => {
      const { transfer } = await send<{ transfer: TransferPaper }>("transfers", body)
      const path = `transfers/${transfer.id}`
      return orCancel(send, path, async () => {
        if (reach !== "draft") await send(`${path}/ship`)
        if (reach === "received") await send(`${path}/receive`)
        return transfer
      })
    },
    done: (_, { reach }) => t(`truestock.transfers.quick.done.${reach}`),
  })
}

type QuickCount = { location_id: string; inventory_item_id: string; counted_quantity: number; note: string }

/** Counts one item at one location: a stock take of its own, posted at once. One that is refused is cancelled. */
export function useQuickCount() {
  const { t } = useTranslation()
  return useOperation({
    run: async (send, { location_id, note, ...line }: QuickCount) => {
      const { stock_count } = await send<{ stock_count: StockCount }>("counts", {
        location_id,
        ...(note && { note }),
      })
      const path = `counts/${stock_count.id}`
      return orCancel(send, path, async () => {
        await send(`${path}/lines`, { lines: [line] })
        return send<{ stock_count: StockCount }>(`${path}/post`)
      })
    },
    done: () => t("truestock.stock_take.quick.done"),
  })
}

/** What is refused leaves no paper behind that somebody would have to see to. What is unanswered is sent again. */
async function orCancel<Answer>(send: Send, path: string, steps: () => Promise<Answer>): Promise<Answer> {
  try {
    return await steps()
  } catch (error) {
    // That it cannot be cancelled either must not hide why it was to be.
    if (!isUnanswered(error as Error)) await send(`${path}/cancel`).catch(() => undefined)
    throw error
  }
}
