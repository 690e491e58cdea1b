export * from "./availability/clear-availability-override"
export * from "./availability/refresh-availability"
export * from "./availability/set-availability-override"
export * from "./availability/update-product-availability"
