import { Alarm } from "./alarm"
import type { Chore } from "./chore"

const LOOK_EVERY_MS = 500

/** Does chores at their own pace until stopped. Holds no state that counts: any number of processes may run it. */
export class Worker {
  private running: Promise<void> | null = null
  private stopping = false
  private readonly alarm = new Alarm()

  constructor(private readonly chores: Chore[]) {}

  start(): void {
    if (this.running === null) {
      this.stopping = false
      this.running = this.loop()
    }
  }

  /** Ends after the chore in hand. */
  async stop(): Promise<void> {
    this.stopping = true
    this.alarm.ring()
    await this.running
    this.running = null
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      for (const chore of this.chores) {
        if (!this.stopping) await chore.runIfTime()
      }
      if (!this.stopping) await this.alarm.wait(LOOK_EVERY_MS)
    }
  }
}
