import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ProductAvailability } from "../../lib/availability/answers"
import { Moment } from "../common/moment"
import { ReasonText } from "./reason-text"
import { Units } from "./units"

/** Why the product's status is as it is, and what follows from it. */
export const Overview = ({ availability }: { availability: ProductAvailability }) => {
  const { t } = useTranslation()
  const { reason, purchasable, quantity, available_on, eta, due_at, channels } = availability
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-pretty">
        <ReasonText reason={reason} />
      </Text>
      <dl className="flex flex-col gap-y-2">
        <Fact name={t("truestock.availability.purchasable")}>
          {t(purchasable ? "truestock.shared.yes" : "truestock.shared.no")}
        </Fact>
        {purchasable && (
          <Fact name={t("truestock.availability.quantity")}>
            <Units count={quantity} />
          </Fact>
        )}
        {available_on && (
          <Fact name={t("truestock.availability.availableOn")}>
            <Moment at={available_on} />
          </Fact>
        )}
        {eta && (
          <Fact name={t("truestock.availability.expectedOn")}>
            <Moment at={eta} />
          </Fact>
        )}
        {due_at && (
          <Fact name={t("truestock.availability.changesBy")}>
            <Moment at={due_at} />
          </Fact>
        )}
      </dl>
      {channels.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("truestock.availability.noChannel")}
        </Text>
      )}
    </div>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="txt-compact-small flex flex-wrap justify-between gap-x-4 gap-y-1">
    <dt className="text-ui-fg-subtle">{name}</dt>
    <dd className="tabular-nums">{children}</dd>
  </div>
)
