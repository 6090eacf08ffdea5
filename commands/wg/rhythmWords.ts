import type { Rhythm } from '../../src/meetings/cadence/rhythm.ts'

/** What else people say for a period; a quarter is what most groups have. */
export const periodWords = {
  this: ['yes', 'this quarter', 'this period', 'this month', 'this year', 'this time'],
  next: ['next quarter', 'next period', 'next month', 'next year', 'next time'],
  none: ['no'],
} as const

/** What follows a group's acronym: how it meets. */
export function rhythmText(rhythm: Rhythm): string {
  return rhythm === 'none' ? 'meets as it decides; nobody is reminded' : `meets ${rhythm}`
}

/** What else people say for a rhythm. */
export const rhythmWords = {
  monthly: ['every month', 'once a month'],
  'bi-monthly': ['every two months', 'every 2 months'],
  quarterly: ['every quarter', 'once a quarter', 'every three months', 'every 3 months', 'four times a year'],
  'half-yearly': ['twice a year', 'every six months', 'every 6 months', 'every half year'],
  yearly: ['once a year', 'every year', 'annually', 'annual'],
} as const
