import { useParams } from "react-router-dom"
import { Translated } from "../../../components/common/translated"
import { CountDetails } from "../../../components/stock-take/count-details"

/** One stock take. */
const CountPage = () => {
  const { id } = useParams()
  return <CountDetails key={id} id={id!} />
}

export const handle = { breadcrumb: () => <Translated text="truestock.stock_take.one" /> }

export default CountPage
