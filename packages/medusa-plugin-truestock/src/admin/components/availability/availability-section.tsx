import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useProductAvailability } from "../../hooks/use-product-availability"
import { Failure } from "../common/failure"
import { AvailabilityDetails } from "./availability-details"

/** What shoppers are told of a product, why, and what an operator can do about it. */
export const AvailabilitySection = ({ productId }: { productId: string }) => {
  const { t } = useTranslation()
  const { data: availability, error, refetch } = useProductAvailability(productId)
  if (availability) return <AvailabilityDetails availability={availability} />
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("truestock.availability.title")}
      </Heading>
      {error ? <Failure error={error} onTryAgain={refetch} /> : <Skeleton className="m-6 h-24" />}
    </Container>
  )
}
