import { platform } from '../../src/core/platform.ts'
import { readTeams, teamsEnvironment } from './environment.ts'

export const teams = platform({
  name: 'teams',
  title: 'Teams',
  environment: Object.keys(teamsEnvironment),
  read: readTeams,
  create: async (given) => (await import('./index.ts')).createTeams(given),
  artifacts: async (catalog) => (await import('./registration/package.ts')).teamsArtifacts(catalog),
  programs: {
    manifest: async () => (await import('./registration/printManifest.ts')).printManifest,
  },
})
