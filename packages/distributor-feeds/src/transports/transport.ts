/** A file where it lies. */
export type RemoteFile = {
  /** Without folders. */
  name: string
  bytes: number
  /** ISO instant; null where the server does not say. */
  modified: string | null
}

export type DownloadOptions = {
  signal?: AbortSignal
  /** Called as bytes come, with what is there so far and what is to come in all. */
  on_progress?: (bytes: number, total: number) => void
}

/** One way of reaching files. Every call opens and closes its own connection; several may run at once. */
export type Transport = {
  /** Files of a folder, by name; folders in it are left out. */
  list(folder: string, options?: { signal?: AbortSignal }): Promise<RemoteFile[]>
  stat(path: string, options?: { signal?: AbortSignal }): Promise<RemoteFile>
  /**
   * Fetches a file whole: what a broken connection left is resumed, also by a later process, as long as the remote file
   * is the same; `local` appears only once its size is right. Throws FeedError `not_found`, `refused`, `unreachable`,
   * `timed_out`, `truncated`, `disk_full` or `aborted`.
   */
  download(path: string, local: string, options?: DownloadOptions): Promise<RemoteFile>
}

export type RetryOptions = {
  /** Without a byte or an answer for so long a connection is given up; default 30,000. */
  timeout_ms?: number
  /** Attempts after the first, for network errors alone; default 4. */
  retries?: number
  /** Wait before the second attempt, doubled with jitter before each further one; default 500. */
  retry_delay_ms?: number
}
