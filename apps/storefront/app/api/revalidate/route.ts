import { createHash, timingSafeEqual } from "node:crypto"
import { revalidateTag } from "next/cache"
import { settings } from "@/lib/settings"
import { TAGS } from "@/lib/tags"

/** What one message may name; the shop sends more than one. */
const MOST_HANDLES = 1000

/**
 * `POST /api/revalidate`, from the shop, with `authorization: Bearer <secret>`: `{ handles: string[] }` of products whose
 * availability changed. Lists and the pages of these products are read anew when they are next asked for. 401 without the
 * secret, 400 for another body.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromShop(request.headers.get("authorization"))) {
    return Response.json({ message: "Wrong or no secret." }, { status: 401 })
  }
  const handles = handlesIn(await request.json().catch(() => null))
  if (!handles) {
    return Response.json({ message: `Give handles: at most ${MOST_HANDLES} texts.` }, { status: 400 })
  }
  // At once: what is stale is not shown while the new is fetched.
  for (const tag of [TAGS.listing, ...handles.map(TAGS.product)]) revalidateTag(tag, { expire: 0 })
  return Response.json({ revalidated: handles.length })
}

function isFromShop(authorization: string | null): boolean {
  const secret = settings.revalidateSecret()
  if (!secret || !authorization) return false
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(authorization), digest(`Bearer ${secret}`))
}

function handlesIn(body: unknown): string[] | null {
  const handles = (body as { handles?: unknown } | null)?.handles
  if (!Array.isArray(handles) || handles.length > MOST_HANDLES) return null
  return handles.every((each) => typeof each === "string" && each.length > 0 && each.length <= 240)
    ? handles
    : null
}
