/** The value of a promise, which never raises; undefined as soon as the work is to end. */
export async function untilEnding<T>(
  work: Promise<T>,
  ending: AbortSignal | undefined,
): Promise<T | undefined> {
  if (!ending) return work
  const ended = Promise.withResolvers<undefined>()
  const end = () => ended.resolve(undefined)
  if (ending.aborted) end()
  ending.addEventListener('abort', end)
  try {
    return await Promise.race([work, ended.promise])
  } finally {
    ending.removeEventListener('abort', end)
  }
}
