import { dropDatabase, TEMPLATE } from "./databases"

export default async function dropTemplate(): Promise<void> {
  await dropDatabase(TEMPLATE)
}
