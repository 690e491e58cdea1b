import {
  createCustomerAddressesWorkflow,
  createCustomersWorkflow,
  createUsersWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import accounts from "./accounts.json"
import { Seeding } from "./seeding"

/** Where the seeded customer lives; the seeded orders go there too. */
export const READER_ADDRESS = {
  first_name: "Rita",
  last_name: "Reader",
  address_1: "1808 West End Ave",
  city: "Nashville",
  province: "TN",
  postal_code: "37203",
  country_code: "us",
}

/** An admin user and a customer, both able to log in with a password. */
export async function seedPeople(seeding: Seeding): Promise<{ customer: string }> {
  const { query, container, progress } = seeding
  const { admin, customer: reader } = accounts

  const { data: users } = await query.graph({
    entity: "user",
    fields: ["id"],
    filters: { email: admin.email },
  })
  const user =
    users[0] ??
    (
      await createUsersWorkflow(container).run({
        input: { users: [{ email: admin.email, first_name: "Book", last_name: "Seller" }] },
      })
    ).result[0]!
  await ensurePassword(seeding, admin, { user_id: user.id })

  const { data: customers } = await query.graph({
    entity: "customer",
    fields: ["id", "addresses.id"],
    filters: { email: reader.email, has_account: true },
  })
  const { first_name, last_name } = READER_ADDRESS
  const customer =
    customers[0] ??
    (
      await createCustomersWorkflow(container).run({
        input: { customersData: [{ email: reader.email, first_name, last_name, has_account: true }] },
      })
    ).result[0]!
  await ensurePassword(seeding, reader, { customer_id: customer.id })
  if (!customers[0]?.addresses?.length) {
    await createCustomerAddressesWorkflow(container).run({
      input: {
        addresses: [
          {
            ...READER_ADDRESS,
            customer_id: customer.id,
            is_default_shipping: true,
            is_default_billing: true,
          },
        ],
      },
    })
  }
  progress(`accounts ${admin.email} and ${reader.email}`)
  return { customer: customer.id }
}

async function ensurePassword(
  { container }: Seeding,
  { email, password }: { email: string; password: string },
  actor: { user_id: string } | { customer_id: string }
) {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({ entity_id: email, provider: "emailpass" })
  let id = known?.auth_identity_id
  if (!id) {
    const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
    if (!authIdentity) {
      throw new MedusaError(MedusaError.Types.UNAUTHORIZED, error ?? `Could not register ${email}`)
    }
    id = authIdentity.id
  }
  await auth.updateAuthIdentities({ id, app_metadata: { ...actor } })
}
