import { playClearing } from '../plays/clearing.ts'
import { slackDoor } from '../plays/slackDoor.ts'

playClearing('Slack', slackDoor)
