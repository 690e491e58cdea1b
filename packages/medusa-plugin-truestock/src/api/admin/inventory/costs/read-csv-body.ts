import type { MedusaRequest } from "@medusajs/framework/http"
import { TruestockError } from "../../../../errors"

/** As JSON bodies of this route (admin/inventory/middlewares.ts). */
const MOST_BYTES = 8 * 1024 * 1024

/** Whether the body is a CSV file: Medusa reads JSON alone, and leaves any other body where it is. */
export const hasCsvBody = (req: MedusaRequest) => Boolean(req.is("text/csv"))

/** The text of a CSV file that was sent as the body. @throws invalid_csv, where it is too long or no UTF-8 */
export async function readCsvBody(req: MedusaRequest): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  if (bytes > MOST_BYTES) {
    throw new TruestockError(
      "invalid_csv",
      `The file has ${bytes} bytes; send at most ${MOST_BYTES} at a time.`
    )
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new TruestockError("invalid_csv", "The file is not in UTF-8; save it so, and send it uncompressed.")
  }
}
