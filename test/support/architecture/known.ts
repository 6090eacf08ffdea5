/** What breaks a rule of the house still. These lists only ever get shorter: mend an entry, then take it out. */
export const known: Readonly<Record<Rule, readonly string[]>> = {
  floors: [
    'adapters/discord/api/interactionTokens.ts → adapters/discord/inbound/origin.ts',
    'adapters/slack/people/install.ts → adapters/slack/registration/manifest.ts',
  ],
  circles: [
    'test/support/discord/far/asked.ts ↔ test/support/discord/far/channels.ts ↔ test/support/discord/far/interacting.ts ↔ test/support/discord/far/objects.ts',
  ],
  sizes: [
    'test/adapters/discord/delivery/forbiddenRest.test.ts',
    'test/adapters/discord/events/mirror.test.ts',
    'test/adapters/discord/handlers/presses.test.ts',
    'test/adapters/discord/registration/register.test.ts',
    'test/adapters/slack/handlers/views.test.ts',
    'test/adapters/teams/environment.test.ts',
    'test/adapters/teams/registration/manifest.test.ts',
    'test/adapters/terminal/terminal.test.ts',
    'test/commands/home.test.ts',
    'test/commands/newsletter/newsletter.test.ts',
    'test/src/dispatch/dispatch.test.ts',
    'test/src/process/server.test.ts',
    'test/src/suggest/suggest.test.ts',
    'test/support/slack/farSide.ts',
    'test/support/slack/payloads.ts',
    'test/support/slack/signed.ts',
    'test/support/slack/sockets.ts',
    'test/support/slack/tests/farSide.test.ts',
  ],
  functions: [],
  packages: ['adapters/slack/people/tokens.ts → @slack/web-api'],
  given: [
    'adapters/discord/answers/withinBudget.ts takes the running time',
    'adapters/discord/events/mirror.ts takes a timer',
    'adapters/discord/handlers/submit.ts takes a timer',
    'adapters/discord/inbound/interaction.ts takes the running time',
    'adapters/discord/registration/keepRegistered.ts takes the running time',
    'adapters/discord/registration/keepRegistered.ts takes a timer',
    'adapters/slack/answers/home.ts takes a timer',
    'adapters/slack/people/ownWorkspace.ts takes a timer',
    'adapters/teams/handlers/lines.ts takes a timer',
  ],
  state: [
    'src/core/time/zone.ts keeps formats',
    'src/core/time/zones/offset.ts keeps known',
    'src/suggest/zones.ts keeps known',
    'adapters/teams/doors/sdkConsole.ts keeps listening',
    'db/store/embedded/lock.ts keeps held',
  ],
  repeats: [
    'test/adapters/discord/delivery/rooms.test.ts rooms = test/adapters/teams/delivery/rooms.test.ts rooms',
    'test/adapters/discord/people/people.test.ts byPost = test/support/replica.ts startReplica',
    'test/support/discord/far/faults.ts meddle = test/support/teams/far/faults.ts meddle',
    'test/adapters/discord/environment.test.ts refusal = test/adapters/teams/environment.test.ts refusal',
    'test/adapters/discord/handlers/doubleClick.test.ts audited = test/adapters/teams/handlers/presses.test.ts audited',
    'test/adapters/discord/handlers/forms.test.ts meetings = test/adapters/slack/handlers/views.test.ts meetings = test/adapters/teams/handlers/forms.test.ts meetings',
    'test/adapters/teams/answers/late.test.ts lastSaid = test/adapters/teams/handlers/formsAgain.test.ts lastSaid',
    'test/bench/discord/load.ts round = test/bench/slack/load.ts round',
    'test/bench/discord/run.ts benchDiscord = test/bench/slack/run.ts benchSlack = test/bench/teams/run.ts benchTeams',
    'test/support/discord/far/faults.ts createFaults = test/support/slack/sockets.ts createFaults = test/support/teams/far/faults.ts createFaults',
    'test/support/discord/tests/brought.test.ts beforeAll = test/support/discord/tests/interactions.test.ts beforeAll = test/support/discord/tests/payloads.test.ts beforeAll',
    'test/support/discord/tests/brought.test.ts afterEach = test/support/discord/tests/interactions.test.ts afterEach = test/support/discord/tests/payloads.test.ts afterEach',
    'test/support/discord/tests/farSide.test.ts beforeAll = test/support/discord/tests/faults.test.ts beforeAll = test/support/discord/tests/lookups.test.ts beforeAll',
    'test/support/slack/world.ts replica = test/support/teams/world/world.ts replica',
    'test/support/slack/world.ts end = test/support/teams/world/world.ts end',
    'test/support/teams/tests/doors.test.ts beforeAll = test/support/teams/tests/faults.test.ts beforeAll',
  ],
  swallowing: [],
  slow: [],
}

export type Rule =
  | 'floors'
  | 'circles'
  | 'sizes'
  | 'functions'
  | 'packages'
  | 'given'
  | 'state'
  | 'repeats'
  | 'swallowing'
  | 'slow'
