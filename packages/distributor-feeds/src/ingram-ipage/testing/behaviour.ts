import { gzipSync } from "node:zlib"
import { renderTitlePage } from "./render-title-page"
import type { Generation, TitleOnPage } from "./title-on-page"

/** What a site does instead of showing the title. */
export type Behaviour =
  | "title"
  | "login_form"
  | "login_redirect"
  | "session_expired"
  | "challenge"
  | "interruption"
  | "blocked"
  | "too_many"
  | "not_found"
  | "changed_layout"
  | "no_stock_table"
  | "other_title"
  | "server_error"
  | "elsewhere"
  | "redirects"
  | "oversized"
  | "gzip_bomb"
  | "reset"
  | "hang"

/** An answer; null where there is none: the connection is left open or cut. */
export type DoubleAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer } | null

const LOGIN = `<html><body><form name="login" id="loginIdForm"><input type="hidden" name="token" value="t">
  <input id="userIDText" name="username"><input id="passwordText" name="passwd" type="password"></form></body></html>`
const CHALLENGE = `<html><head><META NAME="robots" CONTENT="noindex,nofollow">
  <script src="/_Incapsula_Resource?SWJIYLWA=5074a744e2e3d891814e9a2dace20bd4,719d34d31c8e3a6e6fffd425f7e032f3"></script>
  </head><body></body></html>`
const INTERRUPTION = `<html><head><noscript><title>Pardon Our Interruption</title></noscript>
  <script>window.onProtectionInitialized = function () {}</script></head><body></body></html>`
const BLOCK = `<html><body><iframe src="/_Incapsula_Resource?incident_id=1-2">Incapsula incident ID: 1-2</iframe></body></html>`
const CORRECTION = `<html><body><div class="toggleBox searchCorrection breadcrum-section">Did you mean</div></body></html>`
const CHANGED = `<html><body><main data-app="titles"><h2>A title, told anew</h2></main></body></html>`

/** The answer of a site that behaves so, to somebody who asked for this title. */
export function answerOf(
  behaviour: Behaviour,
  title: TitleOnPage | undefined,
  generation: Generation
): DoubleAnswer {
  const html = (body: string, status = 200) => ({ status, body })
  const redirect = (location: string) => ({ status: 302, headers: { location }, body: "" })
  switch (behaviour) {
    case "title":
      return html(title ? renderTitlePage(title, generation) : CORRECTION)
    case "no_stock_table":
      return html(title ? renderTitlePage(title, generation, false) : CORRECTION)
    case "other_title":
      return html(renderTitlePage({ ...title!, ean13: "9780804429573" }, generation))
    case "login_form":
      return html(LOGIN)
    case "login_redirect":
      return redirect("/ipage/li001.jsp")
    case "session_expired":
      return redirect("/ipage/error.jsp?timeout=y")
    case "challenge":
      return html(CHALLENGE)
    case "interruption":
      return html(INTERRUPTION)
    case "blocked":
      return html(BLOCK, 403)
    case "too_many":
      return html("Too many requests", 429)
    case "not_found":
      return html(CORRECTION)
    case "changed_layout":
      return html(CHANGED)
    case "server_error":
      return html("Internal error", 500)
    case "elsewhere":
      return redirect("http://elsewhere.example/login")
    case "redirects":
      return redirect("/ipage/productdetail?again")
    case "oversized":
      return html("x".repeat(5_000_001))
    case "gzip_bomb":
      return {
        status: 200,
        headers: { "content-encoding": "gzip" },
        body: gzipSync(Buffer.alloc(50_000_000)),
      }
    default:
      return null
  }
}
