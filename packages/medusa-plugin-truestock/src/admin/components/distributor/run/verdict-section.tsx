import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { VerdictItem } from "./verdict-item"

/** What the guards of a run said, those that tripped first. */
export const VerdictSection = ({ run: { verdicts, override_reason } }: { run: Run }) => {
  const { t } = useTranslation()
  const trippedFirst = [...verdicts].sort((one, other) => Number(other.tripped) - Number(one.tripped))
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("truestock.distributor.guards")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("truestock.distributor.guardsHint")}
        </Text>
      </div>
      <ul className="divide-y">
        {trippedFirst.map((verdict) => (
          <VerdictItem key={verdict.guard} verdict={verdict} isOverridden={override_reason !== null} />
        ))}
      </ul>
    </Container>
  )
}
