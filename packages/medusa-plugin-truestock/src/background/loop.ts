import { Alarm } from "./alarm"

/**
 * Repeats a turn until stopped. A turn answers how long to wait before the next; a nudge cuts the wait short. Holds no
 * state that counts: any number of processes may run the same loop.
 */
export class Loop {
  private running: Promise<void> | null = null
  private stopping = false
  private readonly alarm = new Alarm()

  constructor(private readonly turn: () => Promise<number>) {}

  get isStopping(): boolean {
    return this.stopping
  }

  start(): void {
    if (this.running === null) {
      this.stopping = false
      this.running = this.run()
    }
  }

  /** Ends after the turn in hand. */
  async stop(): Promise<void> {
    this.stopping = true
    this.alarm.ring()
    await this.running
    this.running = null
  }

  /** "Something has happened": look now instead of at the next turn. Lossy on purpose. */
  nudge(): void {
    this.alarm.ring()
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.alarm.wait(await this.turn())
    }
  }
}
