import { TrianglesMini } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CountItemDrawer } from "./count-item-drawer"
import { ReceiveItemDrawer } from "./receive-item-drawer"
import { TransferItemDrawer } from "./transfer-item-drawer"

export type ItemDialogProps = { itemId: string; locationId: string | undefined; onClose: () => void }

const DIALOGS = { receive: ReceiveItemDrawer, transfer: TransferItemDrawer, count: CountItemDrawer }
const OPERATIONS = ["receive", "transfer", "count"] as const

/** What can be done with the stock of one item, each in a dialog that opens at the location that is looked at. */
export const ItemOperations = (item: Omit<ItemDialogProps, "onClose">) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<(typeof OPERATIONS)[number]>()
  const Dialog = opened && DIALOGS[opened]
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" variant="secondary">
            {t("truestock.stockroom.operations")}
            <TrianglesMini className="text-ui-fg-muted" />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {OPERATIONS.map((operation) => (
            <DropdownMenu.Item key={operation} onSelect={() => setOpened(operation)}>
              {t(`truestock.stockroom.operation.${operation}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      {Dialog && <Dialog {...item} onClose={() => setOpened(undefined)} />}
    </>
  )
}
