/** In which words people ask for each action of projects; the words of a phrase are joined by `_`. */
export const project: Readonly<Record<string, string>> = {
  list: 'projects_on projects_about any_projects looking_for_money looking_for_funding working_on project projects programmes programme programs program initiatives initiative schemes which_projects which_programmes ongoing ongoing_projects running running_something is_anyone_running run runs completed_projects planned_projects lead leads implementing implements implement portfolio operations what_are_we_doing what_are_we_doing_in are_we_doing doing_in activities_on_the_ground capacity-building technical_assistance assistance which_projects_deal deals_with is_implementing who_is_implementing something_in led led_by',
  show: 'project budget budget_of budget_of_the_project donor donors donors_of donors_of_the_project funded fund funds funding financed finances finance paying pays partners partners_in the_partners cost costs price who_pays who_funds beneficiaries project_end when_does_the_project_end end_date duration_of_the_project details_of implementing_partner pay_for who_is_paying how_much_does project_cost support supports supporting donors_support sponsors sponsor programme',
  add: 'new_project a_new_project add_project add_a_project add project start_project starting_a_project starting_a_new_project are_starting launch_a_project register_project register register_our_project register_a_project put_in_the_matrix in_the_matrix into_the_matrix programme_in_the_matrix new_initiative new_programme new_program',
  edit: 'change project change_the_project budget budget_has_doubled has_doubled doubled increased decreased new_budget donor new_donor is_now_a_donor is_now_a_donor_of additional_donor project_ended is_completed completed finished ended status project_runs_until the_project_runs_until prolonged extended until partner new_partner programme',
  matrix:
    'matrix overview overview_of_all_projects overview_of_projects budgets total total_budget total_funding how_many_projects projects_per_pillar pillar per_pillar for_each_pillar each_pillar region by_pillar by_region per_region by_lead by_status funding with_funding how_much how_much_money money money_go where_does_the_money_go breakdown spend spending totals altogether programme',
  appeal:
    'appeal gap gaps funding_gap the_funding_gap shortfall shortage lack lack_money lacks_money lacking missing_money still_need still_needs unfunded still_unfunded underfunded not_funded unfinanced money fundraising fundraise needs raise_money to_raise need_to_raise do_we_need_to_raise resource_mobilisation resource_mobilization could_a_donor_help donor_help where_could_a_donor donor_could_help pledge money_missing missing projects_lack which_projects_lack which_projects programme need_funding needs_funding projects_need',
  undo: 'undo undo_the_change undo_change revert as_it_was as_it_was_before before take_back what_i_changed i_changed_in_the_project changed_in_the_project change_to project previous_version',
}

/** What people call the actions behind the name of the feature. */
export const projectVerbs: Readonly<Record<string, string>> = {
  list: 'all find search browse look_up lookup',
  show: 'view open display get read check details',
  add: 'new create submit start register post upload duplicate clone copy propose',
  edit: 'change rename update approve accept reject decline assign transfer extend shorten postpone reschedule set mark fund replace swap merge leave join tag',
  'edit … status:completed': 'close finish complete done end archive',
  'edit … status:suspended': 'stop cancel delete remove drop hide pause disable suspend',
  'edit … status:ongoing': 'reopen resume enable',
  matrix: 'overview table export download print gaps',
  appeal: 'fundraise funding',
  undo: 'revert reset restore roll_back undelete',
}
