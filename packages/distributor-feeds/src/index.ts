export * from "./errors"
export * from "./feed"
export * from "./identifiers"
export * from "./record"
