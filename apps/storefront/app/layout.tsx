import "@/styles/base.css"
import "@/styles/shop.css"
import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { Footer } from "@/components/footer"
import { Header } from "@/components/header"
import { settings } from "@/lib/settings"
import { readCart, unitsIn } from "@/lib/cart"
import { readCategories } from "@/lib/catalogue"
import { fontClasses } from "./fonts"
import { connection } from "next/server"

export async function generateMetadata(): Promise<Metadata> {
  // The address is known where the site runs, not where it is built.
  await connection()
  return {
    metadataBase: new URL(settings.storefrontUrl()),
    title: { default: "Truestock Books", template: "%s · Truestock Books" },
    description: "A bookshop that tells you what it has, and when it will have what it has not.",
  }
}

export const viewport: Viewport = { themeColor: "#f7f2e9" }

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  // The frame stands whether the shop answers or not.
  const [categories, units] = await Promise.all([
    readCategories().catch(() => []),
    readCart().then(unitsIn, () => 0),
  ])
  return (
    <html lang="en" className={fontClasses}>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <Header units={units} categories={categories} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )
}
