import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCategories, useCollections, useSalesChannels } from "../../hooks/use-choices"
import { hasFilter, SOURCES, type AvailabilityFilter } from "../../lib/availability/listing-search"
import { NamedChoice } from "../common/named-choice"
import { OptionalChoice } from "../common/optional-choice"
import { StatusFilter } from "./status-filter"

type AvailabilityFiltersProps = {
  filter: AvailabilityFilter
  onChange: (change: Partial<AvailabilityFilter>) => void
  onClear: () => void
}

/** By what the operator chooses among the products, but for the search. */
export const AvailabilityFilters = ({ filter, onChange, onClear }: AvailabilityFiltersProps) => {
  const { t } = useTranslation()
  const text = (key: string) => t(`truestock.availability.page.${key}`)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StatusFilter statuses={filter.statuses} onChange={(statuses) => onChange({ statuses })} />
      <OptionalChoice
        label={text("source")}
        none={text("anySource")}
        value={filter.source}
        options={SOURCES.map((value) => ({ value, label: t(`truestock.availability.${value}`) }))}
        onChange={(source) => onChange({ source })}
      />
      <OptionalChoice
        label={text("purchasable")}
        none={text("anyPurchasable")}
        value={filter.purchasable}
        options={[
          { value: "true", label: text("canBeBought") },
          { value: "false", label: text("cannotBeBought") },
        ]}
        onChange={(purchasable) => onChange({ purchasable })}
      />
      <NamedChoice
        label={t("truestock.availability.channel")}
        none={t("truestock.availability.allChannels")}
        value={filter.salesChannelId}
        choices={useSalesChannels()}
        onChange={(salesChannelId) => onChange({ salesChannelId })}
      />
      <NamedChoice
        label={text("category")}
        none={text("allCategories")}
        value={filter.categoryId}
        choices={useCategories()}
        onChange={(categoryId) => onChange({ categoryId })}
      />
      <NamedChoice
        label={text("collection")}
        none={text("allCollections")}
        value={filter.collectionId}
        choices={useCollections()}
        onChange={(collectionId) => onChange({ collectionId })}
      />
      {hasFilter(filter) && (
        <Button size="small" variant="transparent" className="text-ui-fg-muted" onClick={onClear}>
          {text("clear")}
        </Button>
      )}
    </div>
  )
}
