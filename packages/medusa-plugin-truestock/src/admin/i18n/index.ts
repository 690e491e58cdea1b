import { health } from "./en/health"
import { history } from "./en/history"
import { movements } from "./en/movements"
import { shared } from "./en/shared"
import { shortfalls } from "./en/shortfalls"
import { status } from "./en/status"

/** Every text of ours in the dashboard, under keys that begin with `truestock`. */
export default {
  en: { translation: { truestock: { status, shared, history, movements, health, shortfalls } } },
}
