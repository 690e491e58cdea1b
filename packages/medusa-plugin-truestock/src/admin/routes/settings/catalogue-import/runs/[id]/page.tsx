import { useParams } from "react-router-dom"
import { Translated } from "../../../../../components/common/translated"
import { RunDetails } from "../../../../../components/distributor/run/run-details"

/** One run of a distributor's source. */
const RunPage = () => {
  const { id } = useParams()
  return <RunDetails key={id} id={id!} />
}

export const handle = { breadcrumb: () => <Translated text="truestock.distributor.run.one" /> }

export default RunPage
