import { useUserNames } from "../../hooks/use-user-names"
import { ActorName } from "../movements/actor-name"

/** Who made a paper, or counted a line. */
export const UserName = ({ id }: { id: string }) => {
  const names = useUserNames(id.startsWith("user_") ? [id] : [])
  return <ActorName type={id.startsWith("user_") ? "user" : "api-key"} id={id} name={names.get(id)} />
}
