import { createHash } from 'node:crypto'

import type { Statements } from '../../../db/store/prepared.ts'

/** More than a run has, so that a connection's memory has an end. */
const most = 3_000
const names = new Map<string, string>()

/** Whoever wants to know what is asked of the store meanwhile. */
const listeners = new Set<Set<string>>()

/** The texts of all statements that are run until some work is done, and perhaps of others beside it. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const texts = new Set<string>()
  listeners.add(texts)
  try {
    await work()
  } finally {
    listeners.delete(texts)
  }
  return texts
}

/**
 * Prepares each statement at its first use, for all stores of a process. Half of what a server does in a test is to
 * plan; the connections of a clone go from test to test, and keep what they have planned.
 */
export const everyStatement: Statements = {
  nameOf(text) {
    for (const texts of listeners) texts.add(text)
    const name = names.get(text)
    if (name !== undefined || names.size >= most) return name
    const made = `tests_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, made)
    return made
  },
}
