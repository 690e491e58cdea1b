import { z } from "@medusajs/framework/zod"

/** Whether the database can hold it: Postgres knows no zero byte. */
export function isStorable(text: string): boolean {
  return !text.includes("\0")
}

export const storableText = z.string().refine(isStorable, "must not contain a zero byte")
