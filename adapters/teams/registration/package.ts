import { readFileSync } from 'node:fs'

import { strToU8, zipSync } from 'fflate'

import type { Catalog } from '../../../src/core/catalog.ts'
import type { Artifact } from '../../../src/core/platform.ts'
import { manifest } from './manifest.ts'

export interface TeamsApplication {
  /** The app registration’s id. */
  readonly appId: string
  /** Where people reach the server, without a slash at the end. */
  readonly url: string
  readonly slash: boolean
}

const root = new URL('../../../', import.meta.url)

/** The manifest of a catalogue, as its file holds it. */
export function teamsManifest(catalog: Catalog, application: TeamsApplication): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return `${JSON.stringify(manifest(catalog, { ...application, version }), undefined, 2)}\n`
}

/** The app package that is uploaded to Teams: the manifest and its icons. The same app gives the same bytes. */
export function teamsPackage(catalog: Catalog, application: TeamsApplication): Uint8Array {
  const icon = (name: string) => new Uint8Array(readFileSync(new URL(`adapters/teams/icons/${name}`, root)))
  return zipSync(
    {
      'manifest.json': strToU8(teamsManifest(catalog, application)),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
    },
    // The first day that a zip can tell.
    { level: 9, mtime: new Date(1980, 0, 1) },
  )
}

/** The manifest as it is checked in; whoever makes their own puts their app and address there. */
export function teamsArtifacts(catalog: Catalog): readonly Artifact[] {
  const example = {
    appId: '00000000-0000-0000-0000-000000000000',
    url: 'https://rapporteur.example.org',
    slash: false,
  }
  return [{ file: 'adapters/teams/manifest.json', content: teamsManifest(catalog, example) }]
}
