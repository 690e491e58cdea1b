import { client } from "./client"

/**
 * Hands the operator a file that only a request with their token can get. It passes through the browser's memory;
 * where a cookie does, a link is better.
 */
export async function downloadWithToken(path: string, fileName: string): Promise<void> {
  const response = await client.client.fetch<Response>(path, { headers: { accept: "text/csv" } })
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
