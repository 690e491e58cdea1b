import { ArrowDownTray, EllipsisHorizontal, PencilSquare, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Delivery } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { CancelDelivery } from "./cancel-delivery"
import { ChangeDrawer } from "./change-drawer"
import { ReceiveDeliveryDrawer } from "./receive-delivery-drawer"

const ITEM = "[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"
const DIALOGS = { receive: ReceiveDeliveryDrawer, change: ChangeDrawer, cancel: CancelDelivery }
const ICONS = { receive: ArrowDownTray, change: PencilSquare, cancel: XCircle }
const ACTIONS = ["receive", "change", "cancel"] as const

/** What an operator can do about a delivery that is expected. */
export const DeliveryMenu = ({ delivery }: { delivery: Delivery }) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<(typeof ACTIONS)[number]>()
  // A dialog stays where its delivery is received whole while it is open.
  const Dialog = opened && DIALOGS[opened]
  if (delivery.status !== "expected" && !Dialog) return null
  return (
    <div className="flex justify-end">
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("truestock.incoming.menu", {
              item: itemName(delivery, t("truestock.shared.untitledItem")),
            })}
          >
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {ACTIONS.map((action) => {
            const Icon = ICONS[action]
            return (
              <DropdownMenu.Item key={action} className={ITEM} onSelect={() => setOpened(action)}>
                <Icon />
                {t(`truestock.incoming.action.${action}`)}
              </DropdownMenu.Item>
            )
          })}
        </DropdownMenu.Content>
      </DropdownMenu>
      {Dialog && <Dialog delivery={delivery} onClose={() => setOpened(undefined)} />}
    </div>
  )
}
