export function specsOfOneShop(directory: string): string[]
