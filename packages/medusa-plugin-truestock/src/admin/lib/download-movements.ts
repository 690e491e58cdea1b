import { client } from "./client"
import { movementSearch, type MovementFilter } from "./movement-search"

/**
 * Hands the operator a file. Fetched as the signed-in user, since a plain link would not carry the token of a
 * dashboard that signs in without a cookie, and would show a refusal as a page of JSON.
 */
export async function downloadMovements(filter: MovementFilter): Promise<void> {
  const response = await client.client.fetch<Response>("/admin/inventory/movements", {
    query: { ...movementSearch(filter), format: "csv" },
    headers: { accept: "text/csv" },
  })
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = address
  link.download = `movements-${filter.itemId}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
