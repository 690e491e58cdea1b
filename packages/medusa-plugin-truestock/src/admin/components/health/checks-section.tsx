import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HealthCheck } from "../../lib/answers"
import { worstFirst } from "../../lib/worst-first"
import { CheckRow } from "./check-row"

export const ChecksSection = ({ checks }: { checks: HealthCheck[] }) => {
  const { t } = useTranslation()
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("truestock.health.checks")}
      </Heading>
      <ul className="divide-y border-t">
        {worstFirst(checks).map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </Container>
  )
}
