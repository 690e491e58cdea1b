import { availability } from "./availability"
import { health } from "./health"
import { history } from "./history"
import { movements } from "./movements"
import { shared } from "./shared"
import { shortfalls } from "./shortfalls"
import { status } from "./status"

export const en = { availability, status, shared, history, movements, health, shortfalls }
