/**
 * A function that works each result out once and keeps it for as long as the process runs: for facts that cannot
 * change meanwhile, and of few keys. A failure is not kept.
 */
export function workedOutOnce<Value>(
  work: (...key: readonly [string, number]) => Promise<Value>,
): (...key: readonly [string, number]) => Promise<Value> {
  const results = new Map<string, Promise<Value>>()
  return (...key) => {
    const name = key.join(' ')
    const result = results.get(name) ?? work(...key)
    results.set(name, result)
    result.catch(() => results.delete(name))
    return result
  }
}
