import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { MOVEMENT_REASONS } from "../../../modules/inventory_management/movement"
import { useActors, useStockLocations } from "../../hooks/use-choices"
import { movementSearch, type LedgerFilter } from "../../lib/movement-search"
import { MomentChoice } from "../common/moment-choice"
import { NamedChoice } from "../common/named-choice"
import { OptionalChoice } from "../common/optional-choice"
import { ItemChoice } from "./item-choice"
import { KindChoice } from "./kind-choice"

type LedgerFiltersProps = {
  filter: LedgerFilter
  onChange: (change: Partial<LedgerFilter>) => void
  onClear: () => void
}

/** Which movements: of what, where, why, by whom, when. */
export const LedgerFilters = ({ filter, onChange, onClear }: LedgerFiltersProps) => {
  const { t } = useTranslation()
  const text = (key: string) => t(`truestock.movements.${key}`)
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-3">
      <ItemChoice itemId={filter.itemId} onChange={(itemId) => onChange({ itemId })} />
      <NamedChoice
        label={t("truestock.shared.location")}
        none={t("truestock.shared.allLocations")}
        value={filter.locationId}
        choices={useStockLocations()}
        onChange={(locationId) => onChange({ locationId })}
      />
      <KindChoice kind={filter.kind} onChange={(kind) => onChange({ kind })} />
      <OptionalChoice
        label={text("reasonFilter")}
        none={text("allReasons")}
        value={filter.reason}
        options={MOVEMENT_REASONS.map((value) => ({ value, label: t(`truestock.adjust.reasons.${value}`) }))}
        onChange={(reason) => onChange({ reason })}
      />
      <NamedChoice
        label={text("actorFilter")}
        none={text("allActors")}
        value={filter.actorId}
        choices={useActors()}
        onChange={(actorId) => onChange({ actorId })}
      />
      <MomentChoice label={text("from")} value={filter.from} onChange={(from) => onChange({ from })} />
      <MomentChoice label={text("to")} value={filter.to} onChange={(to) => onChange({ to })} />
      {Object.keys(movementSearch(filter)).length > 0 && (
        <Button size="small" variant="transparent" className="text-ui-fg-muted" onClick={onClear}>
          {text("clear")}
        </Button>
      )}
    </div>
  )
}
