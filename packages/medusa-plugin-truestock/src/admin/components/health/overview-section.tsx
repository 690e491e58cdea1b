import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HealthAnswer } from "../../hooks/use-health"
import { useLanguage } from "../../hooks/use-language"
import { formatMoment } from "../../lib/format"
import { HealthBadge } from "./health-badge"

type OverviewSectionProps = {
  health: HealthAnswer | undefined
  isChecking: boolean
  onCheckEverything: () => void
}

/** The verdict, how far it reaches, and the button that makes it reach further. */
export const OverviewSection = ({ health, isChecking, onCheckEverything }: OverviewSectionProps) => {
  const { t } = useTranslation()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading>{t("truestock.health.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("truestock.health.subtitle")}
          </Text>
        </div>
        <Button size="small" variant="secondary" isLoading={isChecking} onClick={onCheckEverything}>
          {t("truestock.health.checkEverything")}
        </Button>
      </div>
      {health && <Verdict health={health} />}
    </Container>
  )
}

const Verdict = ({ health: { status, checked_at, deep } }: { health: HealthAnswer }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4" role="status">
      <div className="flex items-center gap-x-3">
        <HealthBadge status={status} />
        <Text size="small" weight="plus">
          {t(`truestock.health.overall.${status}`)}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("truestock.health.checkedAt", { at: formatMoment(checked_at, language) })}{" "}
        {t(deep ? "truestock.health.checkedEverything" : "truestock.health.checkedQuickly")}
      </Text>
    </div>
  )
}
