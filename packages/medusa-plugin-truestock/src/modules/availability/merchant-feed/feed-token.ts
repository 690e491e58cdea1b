import { createHash, randomBytes } from "node:crypto"

/** Nobody guesses it; it can stand in a path. */
export const makeToken = () => randomBytes(32).toString("base64url")

/** What is kept of it: who reads the database cannot fetch the feed with that. */
export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex")
