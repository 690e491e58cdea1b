import { TrianglesMini } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { BEST_FIRST, type AvailabilityStatus } from "../../../modules/availability/status"
import { statusKey } from "../../lib/availability/status-text"

type StatusFilterProps = {
  statuses: AvailabilityStatus[]
  onChange: (statuses: AvailabilityStatus[]) => void
}

/** Any of several statuses. The menu stays open, so that several can be chosen at once. */
export const StatusFilter = ({ statuses, onChange }: StatusFilterProps) => {
  const { t } = useTranslation()
  const [only, second] = statuses
  const chosen = !only
    ? t("truestock.availability.page.anyStatus")
    : second
      ? t("truestock.availability.page.statuses", { count: statuses.length })
      : t(statusKey(only))
  const toggle = (status: AvailabilityStatus, isChosen: boolean) =>
    onChange(BEST_FIRST.filter((one) => (one === status ? isChosen : statuses.includes(one))))
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          className="txt-compact-small font-normal"
          aria-label={`${t("truestock.availability.page.status")}: ${chosen}`}
        >
          {chosen}
          <TrianglesMini className="text-ui-fg-muted" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        {BEST_FIRST.map((status) => (
          <DropdownMenu.CheckboxItem
            key={status}
            checked={statuses.includes(status)}
            onCheckedChange={(isChosen) => toggle(status, isChosen)}
            onSelect={(event) => event.preventDefault()}
          >
            {t(statusKey(status))}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
