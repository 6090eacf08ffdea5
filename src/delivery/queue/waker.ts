/** Lets a loop sleep until something happens. */
export interface Waker {
  /** Wakes the loop; a wake before anybody waits counts for the next wait. */
  wake(): void
  /** Resolves when woken, or after `ms` milliseconds: to whether it was woken. Keeps no process alive. */
  woken(ms: number): Promise<boolean>
}

export function createWaker(): Waker {
  let happened = false
  let rouse: (() => void) | undefined
  return {
    wake() {
      happened = true
      rouse?.()
    },
    async woken(ms) {
      if (!happened) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          timer.unref()
          rouse = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rouse = undefined
      const was = happened
      happened = false
      return was
    },
  }
}
