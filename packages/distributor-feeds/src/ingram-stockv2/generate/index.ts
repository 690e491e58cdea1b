export { renderStockV2Row } from "./render-row"
export { syntheticEan13, syntheticRecord, syntheticRows, type SyntheticRows } from "./synthetic-rows"
export { writeStockV2File, type WriteStockV2Options } from "./write-file"
export { writeZip, type ZipEntrySource } from "./write-zip"
