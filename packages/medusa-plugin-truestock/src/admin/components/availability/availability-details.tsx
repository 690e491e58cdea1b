import { Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNames } from "../../hooks/use-names"
import { useReturnToAutomatic } from "../../hooks/use-return-to-automatic"
import type { PolicyScope, ProductAvailability } from "../../lib/availability/answers"
import { isSameScope, WHOLE_PRODUCT, type OverrideScope } from "../../lib/availability/override-form"
import { AvailabilityBadge } from "./availability-badge"
import { AvailabilityMenu } from "./availability-menu"
import { ChannelList } from "./channel-list"
import { HistoryList } from "./history-list"
import { LocationList } from "./location-list"
import { OverrideDrawer } from "./override-drawer"
import { OverrideList } from "./override-list"
import { Overview } from "./overview"
import { PolicyDrawer } from "./policy-drawer"
import { PolicyList } from "./policy-list"

const PRODUCT_POLICY: PolicyScope = { variant_id: null, location_id: null }

/** The form that is open, and for what; `scope` undefined = the product, without a choice. */
type OpenForm = { of: "override"; scope: OverrideScope | undefined } | { of: "policy"; scope: PolicyScope }

export const AvailabilityDetails = ({ availability }: { availability: ProductAvailability }) => {
  const { t } = useTranslation()
  const names = useNames(availability)
  const returnToAutomatic = useReturnToAutomatic(availability.product_id)
  const [form, setForm] = useState<OpenForm>()
  const { product_id, status, overrides, channels, locations, policies, supplies } = availability
  const close = () => setForm(undefined)
  const edit = ({ variant_id, sales_channel_id }: OverrideScope) => {
    const scope = { variant_id, sales_channel_id }
    setForm({ of: "override", scope: isSameScope(scope, WHOLE_PRODUCT) ? undefined : scope })
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("truestock.availability.title")}</Heading>
        <div className="flex items-center gap-x-2">
          <AvailabilityBadge status={status} />
          <AvailabilityMenu
            canReturn={overrides.length > 0}
            onSet={() => setForm({ of: "override", scope: undefined })}
            onSetScoped={() => setForm({ of: "override", scope: WHOLE_PRODUCT })}
            onEditPolicy={() => setForm({ of: "policy", scope: PRODUCT_POLICY })}
            onReturn={() => void returnToAutomatic(overrides)}
          />
        </div>
      </div>
      <Overview availability={availability} />
      {overrides.length > 0 && (
        <OverrideList
          overrides={overrides}
          names={names}
          onEdit={edit}
          onClear={(override) => void returnToAutomatic([override])}
        />
      )}
      {channels.length > 0 && <ChannelList channels={channels} />}
      {locations.length > 0 && <LocationList locations={locations} variantName={names.variant} />}
      <PolicyList
        policies={policies}
        supplies={supplies}
        names={names}
        onEdit={(scope) => setForm({ of: "policy", scope })}
      />
      <HistoryList productId={product_id} channelName={names.channel} />
      {form?.of === "override" && (
        <OverrideDrawer availability={availability} scope={form.scope} onClose={close} />
      )}
      {form?.of === "policy" && <PolicyDrawer productId={product_id} scope={form.scope} onClose={close} />}
    </Container>
  )
}
