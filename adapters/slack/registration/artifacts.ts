import type { Catalog } from '../../../src/core/catalog.ts'
import type { Artifact } from '../../../src/core/platform.ts'
import { type ManifestOptions, manifest } from './manifest.ts'

/** Whoever pastes a manifest puts their own address there. */
const exampleUrl = 'https://rapporteur.example.org'

const kinds: Readonly<Record<string, ManifestOptions>> = {
  'manifest.json': { url: exampleUrl, prefix: '', many: false },
  'manifest.socket.json': { url: undefined, prefix: '', many: false },
  'manifest.many.json': { url: exampleUrl, prefix: '', many: true },
}

/** The app's manifests for a server with an address, for Socket Mode, and for many workspaces. */
export function slackArtifacts(catalog: Catalog): readonly Artifact[] {
  return Object.entries(kinds).map(([name, options]) => ({
    file: `adapters/slack/${name}`,
    content: `${JSON.stringify(manifest(catalog, options), undefined, 2)}\n`,
  }))
}
