import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** What to call the users who made changes; a user who is gone has no name. */
export function useUserNames(userIds: string[]): Map<string, string> {
  const ids = [...new Set(userIds)].sort()
  const { data } = useQuery({
    queryKey: queryKeys.userNames(ids),
    queryFn: () =>
      client.admin.user.list({ id: ids, fields: "id,email,first_name,last_name", limit: ids.length }),
    enabled: ids.length > 0,
  })
  return new Map(data?.users.map((user) => [user.id, nameOf(user)]))
}

function nameOf({ email, ...user }: { email: string; first_name: string | null; last_name: string | null }) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ") || email
}
