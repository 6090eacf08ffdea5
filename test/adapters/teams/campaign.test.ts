import { playCampaign } from '../campaign/played.ts'
import { teamsDoor } from '../quarter/teamsDoor.ts'

playCampaign('Microsoft Teams', teamsDoor)
