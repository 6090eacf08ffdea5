/**
 * Resolves on the first SIGTERM or SIGINT; a second one ends the process at once. Work still running when the time is
 * up is cut off: its transaction has either committed or not.
 */
export function untilAskedToStop(withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        setTimeout(() => {
          process.stderr.write('Something in hand did not end in time and was cut off.\n')
          process.exit(1)
        }, withinMs).unref()
        resolve()
      })
    }
  })
}
