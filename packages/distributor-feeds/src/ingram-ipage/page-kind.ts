import type { CheerioAPI } from "cheerio"

/** Pages that are no title page. Recognised so that the run can stop; none of them is ever answered. */
export function otherKind($: CheerioAPI, html: string): "login" | "challenge" | "not_found" | undefined {
  if (isChallenge($, html)) return "challenge"
  if ($("form[name=login], #loginIdForm, #userIDText").length > 0) return "login"
  if (isSearchCorrection($)) return "not_found"
  if ($(".errorMessage").length > 0) return "login"
}

/** Some of these stand on ordinary pages too: only a page without a title is judged by them. */
function isChallenge($: CheerioAPI, html: string): boolean {
  return (
    /_Incapsula_Resource|Incapsula incident ID|onProtectionInitialized|isImpervaSpaSupport/i.test(html) ||
    /Pardon Our Interruption/i.test($("title, noscript, h1").text()) ||
    $("[class*=captcha i], [id*=captcha i], iframe[src*=captcha i], form[action*=captcha i]").length > 0
  )
}

function isSearchCorrection($: CheerioAPI): boolean {
  const classes = $("div.toggleBox, div.toggleBox *").map((_, element) => $(element).attr("class") ?? "")
  return classes.get().some((each) => each.includes("searchCorrect"))
}
