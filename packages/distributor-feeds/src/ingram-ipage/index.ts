export { ipageCircuit, type IpageCircuit } from "./circuit"
export type { IpageOptions } from "./options"
export { readIpage } from "./read-ipage"
export { parseTitlePage, type TitlePage } from "./title-page"
