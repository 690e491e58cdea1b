export type { CsvColumns, CsvLocation, CsvOptions } from "./options"
export { readCsvFile } from "./read"
