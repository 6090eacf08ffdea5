/** The first millisecond of Discord’s ids. */
const epoch = 1_420_070_400_000

/** When something was made, from its id, in milliseconds since 1970; undefined for what is no id. */
export function madeAt(id: string): number | undefined {
  return isSnowflake(id) ? Number(BigInt(id) >> 22n) + epoch : undefined
}

/** An id of Discord’s. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text)
}
