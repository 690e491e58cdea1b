import Medusa from "@medusajs/js-sdk"

export const backendUrl = __BACKEND_URL__ ?? "/"

/** How the dashboard proves who asks: with a cookie, or with a token that only its own requests carry. */
export const authType = __AUTH_TYPE__ ?? "session"

/** Speaks to the same backend, and as the same user, as the dashboard around us. */
export const client = new Medusa({
  baseUrl: backendUrl,
  auth: { type: authType, jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined },
})
