export {
  readStockV2FileName,
  stockV2Snapshot,
  type StockV2FileName,
  type StockV2FileNames,
} from "./file-name"
export * from "./generate"
export { DEFAULT_SLOTS, type StockV2Options, type StockV2Slot } from "./options"
export { readStockV2File } from "./read"
