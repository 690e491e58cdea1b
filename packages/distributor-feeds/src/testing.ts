/** Counterparts for tests, not for shops: servers on loopback that stand for a distributor's. */
export { IpageDouble, type IpageDoubleOptions } from "./ingram-ipage/testing/ipage-double"
export type { Behaviour } from "./ingram-ipage/testing/behaviour"
export { renderTitlePage } from "./ingram-ipage/testing/render-title-page"
export type { Generation, StockRow, TitleOnPage } from "./ingram-ipage/testing/title-on-page"
