import { useParams } from "react-router-dom"
import { Translated } from "../../../components/common/translated"
import { TransferDetails } from "../../../components/transfers/transfer-details"

/** One transfer. */
const TransferPage = () => {
  const { id } = useParams()
  return <TransferDetails key={id} id={id!} />
}

export const handle = { breadcrumb: () => <Translated text="truestock.transfers.one" /> }

export default TransferPage
