import { platform } from '../../src/core/platform.ts'
import { readSlack, slackEnvironment } from './environment.ts'

export const slack = platform({
  name: 'slack',
  title: 'Slack',
  environment: Object.keys(slackEnvironment),
  read: readSlack,
  create: async (given) => (await import('./index.ts')).createSlack(given),
  artifacts: async (catalog) => (await import('./registration/artifacts.ts')).slackArtifacts(catalog),
  programs: {
    manifest: async () => (await import('./registration/printManifest.ts')).printManifest,
  },
})
