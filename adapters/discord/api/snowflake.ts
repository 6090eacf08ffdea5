/** The epoch of Discord’s ids, in milliseconds since 1970. */
const epoch = 1_420_070_400_000

/** Reads from an id when it was made, in milliseconds since 1970; undefined for what is not an id. */
export function madeAt(id: string): number | undefined {
  return isSnowflake(id) ? Number(BigInt(id) >> 22n) + epoch : undefined
}

/** Whether a text is one of Discord’s ids. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text)
}
