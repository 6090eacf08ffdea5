/** Lets a loop sleep until something happens. */
export interface Waker {
  /** What happens before anybody waits counts for the next one. */
  wake(): void
  /** Resolves when somebody wakes it, or after so many milliseconds. It keeps no process alive. */
  woken(ms: number): Promise<void>
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
      happened = false
    },
  }
}
