export { readOnix, type OnixOptions } from "./read-onix"
export { UNNAMED_LOCATION } from "./stock"
