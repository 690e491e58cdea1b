import { Adjustments, ArrowUturnLeft, EllipsisHorizontal, PencilSquare, Tag } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type AvailabilityMenuProps = {
  canReturn: boolean
  onSet: () => void
  onSetScoped: () => void
  onEditPolicy: () => void
  onReturn: () => void
}

/** What an operator can do about a product's availability. */
export const AvailabilityMenu = ({ canReturn, ...on }: AvailabilityMenuProps) => {
  const { t } = useTranslation()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={t("truestock.availability.menu")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <Item icon={<PencilSquare />} text={t("truestock.availability.action.set")} onSelect={on.onSet} />
        <Item icon={<Tag />} text={t("truestock.availability.action.setScoped")} onSelect={on.onSetScoped} />
        <Item
          icon={<Adjustments />}
          text={t("truestock.availability.action.policy")}
          onSelect={on.onEditPolicy}
        />
        <DropdownMenu.Separator />
        <Item
          icon={<ArrowUturnLeft />}
          text={t("truestock.availability.action.automatic")}
          onSelect={on.onReturn}
          disabled={!canReturn}
        />
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

type ItemProps = { icon: ReactNode; text: string; onSelect: () => void; disabled?: boolean }

const Item = ({ icon, text, onSelect, disabled }: ItemProps) => (
  <DropdownMenu.Item
    className="[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"
    onSelect={onSelect}
    disabled={disabled}
  >
    {icon}
    {text}
  </DropdownMenu.Item>
)
