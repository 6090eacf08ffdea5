import { house } from './0001-house.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Forward only, in order, never edited. */
export const migrations: readonly Migration[] = [{ number: 1, name: 'house', sql: house }]
