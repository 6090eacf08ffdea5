import type { Clock } from '../../../../src/core/clock.ts'

const discordEpoch = 1_420_070_400_000n

/** An id of Discord's: made at this moment, the n-th of it. */
export function snowflake(at: Date, n: number): string {
  return String(((BigInt(at.getTime()) - discordEpoch) << 22n) | BigInt(n % 4_194_304))
}

/** When an id was made. */
export function bornAt(id: string): Date {
  return new Date(Number((BigInt(id) >> 22n) + discordEpoch))
}

/** Ids of what is made now, each of them another. */
export type Mint = (at?: Date) => string

export function createMint(clock: Clock): Mint {
  let count = 0
  return (at = clock.now()) => {
    count += 1
    return snowflake(at, count)
  }
}
