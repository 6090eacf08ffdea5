import { expect } from 'vitest'

import { StartError } from '../../src/core/errors.ts'
import { readConfig } from '../../src/settings/settings.ts'

/** What the settings are refused with; nothing where they are right. */
export function settingsRefused(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    return error instanceof Error ? error.message : ''
  }
  return ''
}
