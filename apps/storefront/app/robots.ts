import type { MetadataRoute } from "next"
import { connection } from "next/server"
import { settings } from "@/lib/settings"

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/cart", "/checkout", "/account", "/orders/", "/api/", "/notify/"],
    },
    sitemap: `${settings.storefrontUrl()}/sitemap.xml`,
  }
}
