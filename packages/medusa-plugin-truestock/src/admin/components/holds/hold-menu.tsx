import { ArrowUturnLeft, Clock, EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useExtendHold, useReleaseHold } from "../../hooks/use-hold-change"
import { useLanguage } from "../../hooks/use-language"
import type { Hold } from "../../lib/answers"
import { formatQuantity } from "../../lib/format"
import { canExtend } from "../../lib/holds/remaining"
import { useIsLive } from "./hold-state-cell"

const ITEM = "[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"

/** What an operator can do about a live hold. */
export const HoldMenu = ({ hold }: { hold: Hold }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const prompt = usePrompt()
  const release = useReleaseHold()
  const extend = useExtendHold()
  const item = [hold.title, hold.sku].filter(Boolean).join(", ") || hold.inventory_item_id

  const askAndRelease = async () => {
    const sure = await prompt({
      variant: "danger",
      title: t("truestock.holds.release.title"),
      description: t(`truestock.holds.release.${hold.cart_id ? "descriptionCart" : "description"}`, {
        quantity: formatQuantity(hold.quantity, language),
        item,
        location: hold.location_name ?? hold.location_id,
      }),
      confirmText: t("truestock.holds.release.confirm"),
      cancelText: t("truestock.shared.cancel"),
    })
    if (sure) release.mutate(hold)
  }

  if (!useIsLive(hold)) return null
  return (
    <div className="flex justify-end">
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("truestock.holds.menu", { item })}
            isLoading={release.isPending || extend.isPending}
          >
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Item
            className={ITEM}
            disabled={!canExtend(hold)}
            onSelect={() => extend.mutate(hold)}
          >
            <Clock />
            {t(`truestock.holds.extend.${canExtend(hold) ? "action" : "atLatest"}`)}
          </DropdownMenu.Item>
          <DropdownMenu.Separator />
          <DropdownMenu.Item className={ITEM} onSelect={() => void askAndRelease()}>
            <ArrowUturnLeft />
            {t("truestock.holds.release.action")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}
