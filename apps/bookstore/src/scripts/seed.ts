import type { ExecArgs } from "@medusajs/framework/types"
import { seedBookstore } from "../seed"

/** `medusa exec ./src/scripts/seed.ts` */
export default async function seed({ container }: ExecArgs): Promise<void> {
  await seedBookstore(container)
}
