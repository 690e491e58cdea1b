import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"

/** A new admin user, with these roles where the shop has roles, and the headers of their session. */
export async function adminHeaders(
  container: MedusaContainer,
  email = "admin@example.com",
  roles?: string[]
): Promise<{ headers: Record<string, string>; user_id: string }> {
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
  })
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: identity.id, userData: { email } },
  })
  const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  const token = generateJwtToken(
    {
      actor_id: user.id,
      actor_type: "user",
      auth_identity_id: identity.id,
      app_metadata: { user_id: user.id, ...(roles && { roles }) },
    },
    { secret: jwtSecret as string, expiresIn: "1h" }
  )
  return { headers: { authorization: `Bearer ${token}` }, user_id: user.id }
}
