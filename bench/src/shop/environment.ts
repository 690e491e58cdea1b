import { bookstoreEnvironment } from "../../../scripts/bookstore/environment.mjs"

export function shopEnvironment(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  return bookstoreEnvironment({ databaseUrl, port })
}
