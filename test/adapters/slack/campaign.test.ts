import { playCampaign } from '../campaign/played.ts'
import { slackDoor } from '../quarter/slackDoor.ts'

playCampaign('Slack', slackDoor)
