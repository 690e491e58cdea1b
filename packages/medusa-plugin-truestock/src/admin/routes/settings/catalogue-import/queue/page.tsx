import { Translated } from "../../../../components/common/translated"
import { TitleTable } from "../../../../components/distributor/queue/title-table"

/** The catalogue queue of a distributor. */
const QueuePage = () => <TitleTable />

export const handle = { breadcrumb: () => <Translated text="truestock.distributor.queue.one" /> }

export default QueuePage
