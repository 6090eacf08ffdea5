import type { EventEmitter } from 'node:events'

import type pg from 'pg'

import { type Alarm, alarm } from '../../../src/core/clock.ts'

/** How long a server may say nothing to whoever has asked it, in milliseconds: longer than it lets a statement run. */
export const mostSilenceMs = 45_000

/** Raised on a connection from where on whoever waits does so without a limit. */
const unhurried = 'unhurried'

/**
 * Ends those of a pool's connections on which the server says nothing to whoever has asked it. Where a network drops what
 * is sent, without a word, that would otherwise show after a quarter of an hour; until then nobody would be answered.
 */
export function endSilentConnections(pool: pg.Pool, ms: number): void {
  const alarms = new WeakMap<object, Alarm>()
  pool.on('connect', (client) => alarms.set(client, alarmOf(client, ms)))
  pool.on('acquire', (client) => alarms.get(client)?.set())
  pool.on('release', (_, client) => alarms.get(client)?.stop())
}

/** The same for a connection that is shared by all: its alarm is set with each statement, and stops with the last answer. */
export function endWhenSilent(client: pg.PoolClient, ms: number): Pick<Alarm, 'set'> {
  const silence = alarmOf(client, ms)
  client.on('drain', silence.stop)
  return silence
}

/** For statements that may take as long as they like, until the connection is given back. */
export function waitWithoutLimit(client: EventEmitter): void {
  client.emit(unhurried)
}

function alarmOf(client: pg.PoolClient, ms: number): Alarm {
  const { stream } = client.connection
  const events: EventEmitter = client
  const silence = alarm(ms, () =>
    stream.destroy(new Error(`the server has said nothing for ${ms / 1_000} seconds`)),
  )
  stream.on('data', silence.putOff)
  stream.on('close', silence.stop)
  events.on(unhurried, silence.stop)
  return silence
}
