import { authType, backendUrl, client } from "./client"
import { refusalOf } from "./refusal"

type Asked = { body: object; headers?: Record<string, string> }

/**
 * POSTs as the client of js-sdk would, which keeps nothing of a refusal but its message: here its code is kept too.
 *
 * @throws Refusal; whatever fetch throws where no answer came
 */
export async function post<Answer>(path: string, { body, headers }: Asked): Promise<Answer> {
  const token = authType === "jwt" ? await client.client.getToken() : undefined
  const response = await fetch(`${backendUrl.replace(/\/$/, "")}${path}`, {
    method: "POST",
    credentials: authType === "session" ? "include" : "omit",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  })
  if (response.ok) return (await response.json()) as Answer
  throw refusalOf(response.status, response.statusText, await response.json().catch(() => undefined))
}
