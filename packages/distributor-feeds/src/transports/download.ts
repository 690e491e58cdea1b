import { createWriteStream } from "node:fs"
import { rename, rm, stat, statfs } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { FeedError } from "../errors"
import type { Session } from "./session"
import type { DownloadOptions, RemoteFile } from "./transport"

const WATCH_MS = 250

/**
 * One attempt: goes on where an earlier one stopped. The name of the unfinished file says of which remote file it is
 * part (size and date), so that parts of two files never come together.
 */
export async function downloadOnce(
  session: Session,
  path: string,
  local: string,
  timeoutMs: number,
  options: DownloadOptions
): Promise<RemoteFile> {
  const remote = await session.stat(path)
  const part = `${local}.${remote.bytes}-${remote.modified ? Date.parse(remote.modified) : 0}.part`
  let have = await bytesOf(part)
  if (have > remote.bytes) {
    await rm(part)
    have = 0
  }
  if (have < remote.bytes || remote.bytes === 0) {
    await refuseWithoutRoom(part, remote.bytes - have)
    await fetchRest(session, path, part, have, remote.bytes, timeoutMs, options)
  }
  await verify(session, path, part, remote)
  await rename(part, local)
  return remote
}

async function fetchRest(
  session: Session,
  path: string,
  part: string,
  have: number,
  total: number,
  timeoutMs: number,
  options: DownloadOptions
): Promise<void> {
  const sink = createWriteStream(part, { flags: "a" })
  let failure: unknown
  const closed = new Promise<void>((resolve) => sink.once("close", resolve))
  sink.once("error", (error: NodeJS.ErrnoException) => {
    failure = error.code === "ENOSPC" || error.code === "EDQUOT" ? diskFull(part, error) : error
    session.close()
  })
  let seen = 0
  let idleMs = 0
  const watch = setInterval(() => {
    idleMs = sink.bytesWritten === seen ? idleMs + WATCH_MS : 0
    seen = sink.bytesWritten
    options.on_progress?.(have + seen, total)
    if (idleMs < timeoutMs) return
    failure ??= new FeedError(
      "timed_out",
      `${path}: no byte came for ${timeoutMs} ms, at byte ${have + seen}.`
    )
    session.close()
    sink.destroy()
  }, WATCH_MS)
  try {
    await session.read(path, have, sink)
  } catch (error) {
    failure ??= error
  } finally {
    clearInterval(watch)
    // What has come is kept for the next attempt.
    if (!sink.destroyed) sink.end()
    await closed
  }
  if (failure) throw failure
  options.on_progress?.(have + sink.bytesWritten, total)
}

async function verify(session: Session, path: string, part: string, remote: RemoteFile): Promise<void> {
  const have = await bytesOf(part)
  if (have === remote.bytes) return
  if (have < remote.bytes) {
    throw new FeedError("unreachable", `${path} broke off at byte ${have} of ${remote.bytes}.`)
  }
  await rm(part)
  const now = (await session.stat(path)).bytes
  const what =
    now === remote.bytes ? `its size is said to be ${remote.bytes}` : `it grew from ${remote.bytes} to ${now}`
  throw new FeedError("truncated", `${path} gave ${have} bytes where ${what}: fetch it again later.`)
}

async function refuseWithoutRoom(part: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(part))
  if (bavail * bsize < needed) throw diskFull(part)
}

function diskFull(part: string, cause?: Error): FeedError {
  return new FeedError("disk_full", `There is no room for ${basename(part)} in ${dirname(part)}.`, { cause })
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0
    throw error
  }
}
