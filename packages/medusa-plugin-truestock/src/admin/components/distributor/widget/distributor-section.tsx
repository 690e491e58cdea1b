import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useProductTitles } from "../../../hooks/distributor/use-product-titles"
import { Failure } from "../../common/failure"
import { SourceTitle } from "./source-title"

/** What distributors have of a product; nothing at all where none has it. */
export const DistributorSection = ({ productId }: { productId: string }) => {
  const { t } = useTranslation()
  const { data, error, refetch } = useProductTitles(productId)
  if (!error && !data?.length) return null
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("truestock.distributor.widget.title")}
      </Heading>
      {error && !data && <Failure error={error} onTryAgain={refetch} />}
      {data?.flatMap(({ source, titles }) =>
        titles.map((title) => (
          <SourceTitle key={`${source.id} ${title.ean13}`} source={source} title={title} />
        ))
      )}
    </Container>
  )
}
