import { playQuarter } from '../plays/quarter.ts'
import { slackDoor } from '../plays/slackDoor.ts'

playQuarter('Slack', slackDoor)
