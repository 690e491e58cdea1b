import { adjust } from "./adjust"
import { adjustMany } from "./adjust-many"
import { availability } from "./availability"
import { backorders } from "./backorders"
import { distributor } from "./distributor"
import { health } from "./health"
import { history } from "./history"
import { holds } from "./holds"
import { locations } from "./locations"
import { lowStock } from "./low-stock"
import { movements } from "./movements"
import { reports } from "./reports"
import { shared } from "./shared"
import { shortfalls } from "./shortfalls"
import { status } from "./status"

import { incoming } from "./incoming"
import { receive } from "./receive"
import { stockTake } from "./stock-take"
import { stockroom } from "./stockroom"
import { transfers } from "./transfers"

const stockroomTexts = { stockroom, incoming, receive, transfers, stock_take: stockTake }

export const en = {
  ...{ availability, status, shared, history, movements, adjust, holds, health, shortfalls },
  ...stockroomTexts,
  ...{ adjustMany, backorders, distributor, locations, lowStock, reports },
}
