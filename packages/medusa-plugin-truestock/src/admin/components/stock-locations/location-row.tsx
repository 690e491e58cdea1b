import { PencilSquare } from "@medusajs/icons"
import { IconButton, StatusBadge, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { StockLocation } from "../../lib/locations/answers"
import { Clipped } from "../common/clipped"

type LocationRowProps = { location: StockLocation; names: Map<string, string>; onEdit: () => void }

/** A location with its profile; its name leads to Medusa's page, where name and address are changed. */
export const LocationRow = ({ location, names, onEdit }: LocationRowProps) => {
  const { t } = useTranslation()
  const { location_id, name, code, kind, is_active, priority, backup_for, address } = location
  const place = [address?.city, address?.country_code?.toUpperCase()].filter(Boolean).join(", ")
  return (
    <Table.Row className="[&_td]:py-2">
      <Table.Cell>
        <Link
          to={`/settings/locations/${location_id}`}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block max-w-72 truncate"
          title={name}
        >
          {name}
        </Link>
        {place && <Clipped text={place} className="text-ui-fg-subtle txt-compact-xsmall" />}
      </Table.Cell>
      <Table.Cell>
        <Clipped text={code ?? "–"} />
      </Table.Cell>
      <Table.Cell>{t(`truestock.locations.kind.${kind}`)}</Table.Cell>
      <Table.Cell>
        <StatusBadge color={is_active ? "green" : "grey"} className="whitespace-nowrap">
          {t(`truestock.locations.${is_active ? "active" : "inactive"}`)}
        </StatusBadge>
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{priority}</Table.Cell>
      <Table.Cell>
        <Clipped text={backup_for ? (names.get(backup_for) ?? backup_for) : "–"} />
      </Table.Cell>
      <Table.Cell className="text-right">
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("truestock.locations.edit", { name })}
          onClick={onEdit}
        >
          <PencilSquare />
        </IconButton>
      </Table.Cell>
    </Table.Row>
  )
}
