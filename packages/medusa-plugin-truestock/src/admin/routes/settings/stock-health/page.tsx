import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { Failure } from "../../../components/common/failure"
import { Translated } from "../../../components/common/translated"
import { ChecksSection } from "../../../components/health/checks-section"
import { GuardSection } from "../../../components/health/guard-section"
import { OverviewSection } from "../../../components/health/overview-section"
import { useCheckEverything, useHealth } from "../../../hooks/use-health"

/** Settings > Stock health: what `truestock doctor` says, and the guard's mode. */
const StockHealthPage = () => {
  const { data: health, error, refetch } = useHealth()
  const deep = useCheckEverything()
  const failure = deep.error ?? error
  const tryAgain = () => (deep.error ? deep.mutate() : refetch())
  return (
    <div className="flex flex-col gap-y-3">
      <OverviewSection health={health} isChecking={deep.isPending} onCheckEverything={() => deep.mutate()} />
      {failure && (
        <Container className="p-0">
          <Failure error={failure} onTryAgain={tryAgain} />
        </Container>
      )}
      {!health && !failure && <Skeleton className="h-96 w-full" />}
      {health && <GuardSection mode={health.guard_mode} />}
      {health && <ChecksSection checks={health.checks} />}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "truestock.health.title",
  translationNs: "translation",
})

export const handle = { breadcrumb: () => <Translated text="truestock.health.title" /> }

export default StockHealthPage
