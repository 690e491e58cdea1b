import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSources } from "../../hooks/distributor/use-distributor"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { PageHeading } from "../common/page-heading"
import { RunTable } from "./run/run-table"
import { SourceSection } from "./source/source-section"

/** Every configured source with what can be done with it, above their runs. */
export const CatalogueImport = () => {
  const { t } = useTranslation()
  const { data, error, refetch } = useSources()
  const sources = data?.sources
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PageHeading
          title={t("truestock.distributor.title")}
          subtitle={t("truestock.distributor.subtitle")}
        />
        {error && !sources && <Failure error={error} onTryAgain={refetch} />}
        {sources?.length === 0 && (
          <Empty title={t("truestock.distributor.none.title")} hint={t("truestock.distributor.none.hint")} />
        )}
      </Container>
      {!sources && !error && <Skeleton className="h-96 w-full" />}
      {sources?.map((source) => (
        <SourceSection key={source.id} source={source} />
      ))}
      {sources && sources.length > 0 && <RunTable sources={sources} />}
    </div>
  )
}
