import { expect } from 'vitest'

import { platforms } from '../../adapters/index.ts'
import { StartError } from '../../src/core/errors.ts'
import { type Config, readConfig } from '../../src/settings/settings.ts'

/** This machine alone, as where nothing is set. */
export const here = { host: '127.0.0.1', port: 3000, publicUrl: undefined }

/** The settings of the house with all its platforms. Raises `StartError`. */
export function configOf(environment: Readonly<Record<string, string>>): Config {
  return readConfig(environment, platforms)
}

/** The platforms that these settings set up, by name. */
export function servedBy(environment: Readonly<Record<string, string>>): readonly string[] {
  return configOf(environment).platforms.map(({ name }) => name)
}

/** What the settings are refused with; nothing where they are right. */
export function settingsRefused(env: Readonly<Record<string, string>>): string {
  try {
    configOf(env)
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    return error instanceof Error ? error.message : ''
  }
  return ''
}
