import type { Metadata } from "next"
import Link from "next/link"
import { connection } from "next/server"
import { readPublishers } from "@/lib/catalogue"

export const metadata: Metadata = { title: "Publishers" }

export default async function Publishers() {
  // Not at the build: there is no shop then.
  await connection()
  const publishers = await readPublishers()
  return (
    <div className="narrow">
      <h1>Publishers</h1>
      <ul className="columns">
        {publishers.map(({ id, name, handle }) => (
          <li key={id}>
            <Link href={`/publishers/${encodeURIComponent(handle)}`} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
