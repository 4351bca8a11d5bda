/** The forces and debts. */
import { familyOf } from "./group.ts";

/** The rules. */
export const TIE_FAMILIES = [
  ...familyOf("military_discharge", {
    sure: `dd-214 dd214 dishonourable_discharge dishonorable_discharge honourable_discharge honorable_discharge honorably_discharged honourably_discharged dishonourably_discharged dishonorably_discharged medical_discharge medically_discharged discharge_papers
      bad_conduct_discharge other-than-honorable other_than_honorable discharge_status discharge_type character_of_service court-martial court-martialled court-martialed court_martial court_martialled awol article_15 conscientious_objector
      draft_dodger reservist reservists national_guard national_guardsman guardsman reserve_duty guard_duty weekend_warrior conduct_grade service_record_from conscript* conscription military_record military_service_record military_obligations military_commitments
      discharge_certificate separation_code re-enlistment_code army_reserve army_reserves naval_reserve territorial_army reserve_forces military_discharge military_leave oth ucmj non-judicial`,
    personal:
      "squaddie enlistment enlisted reserves drafted mobilised mobilized demobbed veteran veterans",
    said: `discharge|discharged|released|release|let_go|kicked_out|booted|boot|thrown_out|drummed_out|chucked_out|invalided|separated|separation|dismissed|out|cashiered|exit|exited ... @forces|regiment|corps|battalion|service|squadron|marine|navy|army|the_military|uniform|soldier|services|platoon
      @forces|regiment|corps|battalion|squadron|the_services|the_military|marine|platoon ... discharge|discharged|release|released|let_go|kicked|boot|booted|threw|thrown|drummed|chuck|chucked|invalided|separated|dismissed|part_ways|let_you_go|ditch
      what|which|type|kind|sort|nature|character|grade|form|honourable|honorable .. of|was|or|,|- .. discharge|discharged !of_water|of_a_patient
      discharge|discharged .. honourable|honorable|dishonourable|dishonorable|general|medical|under|papers|character|status|upgrade|other_than|reason|conduct
      honourable|honorable|honourably|honorably|dishonourably|dishonorably|dishonourable|dishonorable ,|or|discharge*|out|exit|terms|in_the|service|released|or_otherwise|left
      why|how|when|how_come|circumstances|reason|reasons|what_made|terms|what_led|conditions|grounds|story_behind|under_what|on_what ... leave|left|leaving|quit|get_out|got_out|come_out|came_out|exit|out|finish|end|ended|released|release|cut_short|part|discharged|departure ... @forces|army|navy|service|military|marines|forces|raf|corps|regiment|uniform|service_career|the_colours
      leave|left|leaving|quit|departed|out_of|exited ... @forces|regiment|corps|service_with ... why|early|terms|conduct|under|cloud|good|circumstances|rank|exemplary|full|before|honour*|discharge*
      left .. with|under|on .. exemplary|good|clean|bad conduct|discharge|record|terms
      conduct|disciplinary|service|military|army|navy|forces|deployment|combat record|records|grade|history|sheet|file|conduct|discipline|papers !the|it
      early|full|complete|whole|finish|finished|see_out|saw_out|serve_out|served_out|cut_short|extend ... enlistment|tour|commission|service|contract_with_the|term_of_service|hitch
      enlistment|tour_of_duty|commission|hitch ... out|early|full|end|finish|why|boot|complete
      call|called|calls|calling up|back|-_up|-_ups|ups|to_active|to_arms|away .. again|reserve|guard|army|you|likely|duty|?|by_the|for|next|unit|regiment
      likely|chance|risk|danger|odds|could|might|be|get|getting|gets|got|next|soon|ever|may|will .. deployed|mobilised|mobilized|called_up|redeployed|posted_overseas|shipped_out|activated|recalled !to_production|to_prod|code|services|to_three
      deployed|mobilised|mobilized|activated|shipped_out|deployment|deployments ... you|unit|reserve|guard|army|again|he|she|overseas|year|months|away !to_production|service|code|apps|cluster|pipeline|the_service|software|it|the_fix|release
      reserve|reserves|reservist|guard|territorial|territorials|ta|military|army|navy|drill|camp -? duty|duties|obligation|obligations|commitment|commitments|weekends|weekend|drill|drills|training|service|unit|status|leave|camp|exercises|soldier|officer|pay|time|forces|activity
      in|with|join|joined|joining|member_of|still_in|serving_in|part_of|obligations_to|committed_to|away_with the|army|your|his|her? national? reserves|reserve|guard|ta|territorials|coast_guard|air_guard|military_reserves !of|inventory|list|currency
      reserves|guard|territorials|ta .. away|weekends|summer|camp|two_weeks|absence|absent|off|gone|training|deploy*|drill|commit*|still|likely
      weekend drill|drills|soldier|soldiering
      drill weekends|weekend
      did|have|has|were|was|are|do|why|when|where|ever|never you|he|she|your ... serve|served|serving|do_your|done_your|conscription|national_service|military_service|enlist|enlisted|get_drafted|been_drafted|was_drafted|were_drafted|dodge_the_draft|conscripted|in_the_army|in_the_military|in_the_forces|in_the_navy|in_combat|in_action|in_the_marines !customers|clients|the_customer|requests|traffic|notice
      time|stint|career|spell|days|years|life .. service|army|navy|military|forces|raf|guards|marines|regiment ... end|ended|over|finish|finished|cut|stop|come_to
      left|leave|leaving .. guards|marines|regiment|service|signals|engineers_corps
      national|military|compulsory|alternative|civilian|selective service ... you|do|did|done|complete*|exempt*|postpone*|finish*|not|avoid*|still|status|whether|proof|must|he|she|registration|obligation*
      completed|exempt|exempted|deferred|finished|done|dodged .. national_service|military_service|conscription|service_obligation|draft
      draft status|card|dodg*|board|lottery|number
      tour|tours|lads|lad|guys|combat ... damaged|come_back|came_back|haunted|messed
      was|were it|you|he|she .. honorable|honourable|dishonorable|dishonourable
      army|navy|forces|military|raf|air_force|guard|regiment ... pull|recall|call|want|need|take|have .. you|him|her .. back|up|again|away
      papers|paperwork|document|certificate|letter ... army|navy|forces|military|raf|regiment|marines
      owe|owes .. guard|army|navy|reserve|reserves|air_force|military
      forces of|in any|another|other|your|a_foreign country
      serve|served|serving .. forces|army|military|navy .. any|other|foreign|your_country|another
      raf|army|navy|air_force|marines|guard|defence_forces|military|regiment ... let_you|let_him|let_her|choose|chuck|chucked|cloud|short|stopped|separation|throw|threw|bad_terms|good_terms|early|circumstances|kick
      separation|discharge|service|release -? papers|code|certificate|document|documents|record|grade|book|type|reason
      under .. cloud
      annual|next|summer training|camp|drill .. guard|reserve|reserves|unit|army|when
      guard|reserve|reserves|army|navy|national_guard .. you|your|he|she|his|her ... still|obligation|obligations|next|weekends|commit*|duty|again|drill|drills|finished|done|away|summer
      two|three|several|# tours
      did|done|served|after .. tours|tour_in|tour_of|deployments
      veteran|veterans|vet|vets|ex-army|ex-forces|ex-military|ex-navy|ex-marine|ex-marines|ex-squaddie|ex-soldier|soldier|soldiers|squaddie|squaddies|marine|military_people|military_types|army_types|army_man|military_man|ex_squaddie|ex_soldier|ex_army|ex_military|ex_forces ... ptsd|trauma|trauma*|damaged|violent|angry|rigid|orders|barks|bark|stiff|discipline|careful|issues|baggage|temper|snap|aggress*|institutionalised|haunted|not|need_not|unsuitable|too|must|prove|conduct|command-and-control|shout*|robotic|probably|would|flashbacks|wouldn't|can't
      ptsd|shell_shock|shell-shock*|flashbacks|combat_stress ... army|military|forces|veteran|vet|soldier|iraq|afghanistan|service|deploy*|marine
      iraq|afghanistan|helmand|kandahar|falklands|ulster|northern_ireland|balkans|combat|front_line|war_zone ... he|she|you|damaged|messed|ptsd|kill*|tour|tours|served|trauma*|saw|see
      military|army|forces|service background|past|history|career|status|number|obligation* ... rigid|too|stiff|disclose|state|why|explain|hierarch*|aggress*|end|ended
      too military|regimented|army
      military : $
      oth from
      did not finish|complete .. training|service|enlistment|tour|basic`,
    judged: ``,
    unless: `discharge|discharges letter|letters|summary|summaries|plan|plans|nurse|lounge|coordinator|consent|licence|permit
      in reserve
      pump|pumps|boiler|boilers|generator|stock .. reserve
      served|serve|serving|serves alcohol|drinks|beer|wine|tables|food|tea|dinner|dinners|lunch|lunches|pupils|breakfast|behind_the_bar|the_public
      fire|flood|safety|evacuation|power|cordless|pillar|seed drill|drills
      draft budget|contract|report|letter|plan|article|policy|copy|agenda|email|reply|answer|press
      deployed with no|zero|without|a
      bankrupt|bankrupts|bankruptcy|debt .. discharge
      find|finds|found|work|works|worked|figure|figures out what|how|whether|why|in|which|if|when
      lift|lifts|lifted|remove|removes|removed|take|takes|takes_off|taking|fit|fits|machine|safety|blade|saw|chain|mud|fire|security|lock the|a? guard
      with|of|in reserve $|,|and|until|for|by|or
      patient|patients|hospital|ward|battery|batteries|debt|capacitor|effluent|sewage|water|river|nurse|bed|beds|curve|curves|summary|letter_to_gp|planning|planner
      veterans|reservists|veteran|forces|service_leavers|military_spouses are|is|very|especially|welcome|encouraged|charity|museum|day|hospital|administration|affairs|guaranteed|network|programme|hiring
      welcome|encourage|value|support|hire|employ|proud .. veterans|reservists|forces|service_leavers|veteran
      armed_forces covenant
      skills|learn|learned|learnt|gained|experience|bring|brought|transferable|use|qualifications|trade .. army|navy|forces|military|service|raf|here|in_uniform
      what|which|how|skills|experience|lessons|training .. learn|learned|learnt|gained|use|apply|bring|transfer|count|counts
      reserve price|prices|list|stock|fund|funds|currency|bank|ratio|the|a|capacity|instance|instances|room|your|judgement|power|pool|budget
      reserves of|stock|for|the|the_right|policy|ratio|modelling|analyst|accounting
      cash|bank|gas|oil|loss|capital|nature|federal|actuarial|claims|insurance|wildlife|forest|game reserve|reserves
      deploy|deployed|deployment|deployments|deploying ... service|services|code|production|cluster|kubernetes|release|pipeline|app|apps|region|regions|software|team|model|fix|cloud|feature|patch|daily|friday|a_day|zero-downtime|docker|version|lambda|staging|resources|engineers_to
      war room|story|stories
      military|army|navy|defence customer|customers|equipment|contracts|contract|museum|hospital|charity|surplus|grade|history|client|clients|standard|aircraft|spec|sector|supplier
      salvation army
      security_guard|lifeguard duty
      guard|guards clause|rail|clauses|statement|of|at|dog
      service guard|level|desk|user|users|station|charge|provider|design|mesh
      served|serve|serving customers|clients|the|traffic|requests|as|on|up|food|guests|notice|meals|from
      after .. offer|your_training_is_done|reserve_training
      start .. wait|till|until|after .. training
      no problem
      released|release a|the|of|version|v#|to_production|under|by_the_vendor|notes|note
      squad|platoon lead|leads|room|health|goals|meeting
      drill|drills down|bit|press|through|fire|into|hole|holes
      march|marches`,
  }),
  ...familyOf("credit", {
    sure: `credit_score credit_rating credit_history credit_report credit_check credit_file credit_record bad_credit poor_credit good_credit overdraft bankrupt bankruptcy bankruptcies insolvent insolvency
      ccj ccjs county_court_judgment county_court_judgments county_court_judgement iva debt_management bailiffs bailiff repossessed repossession repossess* foreclos* garnish* payday_loan payday_loans loan_shark
      loan_default loan_defaults missed_payments missed_card_payments cibil experian equifax transunion schufa fico debt_collectors debt_collector maxed_out sequestrat* attachment_of_earnings negative_equity trust_deed skint hard_up cash-strapped undischarged`,
    personal:
      "debts debt mortgage mortgages loan loans arrears homeowner overdrawn indebted gambling gambler solvent evicted eviction defaulted",
    owned:
      "finances credit savings debts debt mortgage overdraft rent landlord bills loans creditworthiness money_situation bank_balance financial_situation financial_position loan cibil",
    said: `within your|his|her|their means
      with|any|no|without|previous|past defaults|judgments|arrears
      make|making|made it|ends|money|wages .. end_of_the_month|payday|last|stretch
      judgments|judgements|liens|lien|garnishment|garnishments|back_taxes|collections .. against|you|your|outstanding|owe|owed|in
      owe|owes|owed|owing .. taxes|tax|money|bank|anyone|anybody|thousands|lot
      bills .. on_time|behind|late|pay
      pay|pays|paying|paid .. bills|taxes .. on_time|late
      rented|rental|council|social accommodation|place|flat|house|housing
      behind|late on|with your|any|the|his|her? payments|bills|rent|anything|mortgage|repayments|loan|instalments
      bad|hopeless|terrible|careless|reckless|useless|poor|awful with money|his_money|her_money|finances|cash|a_budget
      pay|paid|wages|paycheck|payday .. week|day|month|days late|delayed|behind
      free of|from debt|debts|arrears|loans
      finances|money|affairs .. in_order|straight|tidy|mess|sorted
      person's|applicant's|candidate's finances|debts|credit|loans
      end of the month .. money|struggle|stretch|broke|make
      short|tight|strapped of|on|for cash|money|funds
      money|cash is|'s|a_bit|been tight
      paying|pays|pay rent|mortgage|your_own|a_mortgage
      you|your|he|she|his|her|they|applicants|candidates ... debt|debts|loan|loans|mortgage|overdraft|arrears|bankrupt|savings|credit_card|credit_cards|finances|financially|money_worries|money_troubles|creditors|owe|owes|bills|rent
      do|are|did|have|is|does you|he|she own|rent|renting|buying|buy|owning|mortgage|pay_rent|still_rent|a_homeowner|on_the_property .. place|home|house|flat|apartment|property|your|or|own|a|yet|at_the_moment|?
      own|owning|buy|bought|renting|rent or|, .. rent|renting|own|mortgage|buying|owning
      own|owns|owning your|his|her|their own|home|house|place|flat|car|property
      homeowner|homeowners|property_owner|tenant_or
      how|are|is you|your|things|he .. fixed|placed|off|set_up|situated|doing|looking|managing|getting_by|stand|standing financially|for_money|moneywise|money-wise|for_cash|with_money|for_savings
      how .. money|finances|cash|credit|bank_balance .. situation|looking|these_days|you|at_home|?
      money|debt|cash|financial|credit trouble|troubles|problem|problems|worries|issues|difficulties|mess|woes|situation|hole .. you|he|she|his|her|any|?|$|,|in|so|personal|at_home|had|ever|with
      in|into|out_of|drowning_in|deep_in|up_to|head_over|mired_in|heavily_in|riddled_with|any|carrying|outstanding|big|serious|heavy|lots_of|much|large|unpaid|up_to_his|up_to_her|up_to_your .. debt|debts|the_red|arrears|eyeballs_in_debt|ccjs|hock
      outstanding|unpaid|large|big|bad|unsecured|student|personal|car|payday|existing|huge|open|gambling loan|loans|debt|debts|bills|fines|judgments|judgements|credit|finance|mortgage
      paying|pay|paid|pays|behind|fallen_behind|fell_behind|missed|miss|late|default|defaulted|defaults|keep_up|up_to_date|struggle|struggling off|back|on|with|your|a|the|his|her|any|down .. loan|loans|student|mortgage|card|cards|credit|debt|debts|rent|bills|car|payments|payment|repayments|instalments|emi|emis|council_tax
      emi|emis|cibil|car_payments|loan_repayments|mortgage_payments|student_loans|student_debt
      make|making|makes|made|get|getting ends|by .. meet|financially|on
      ends meet
      paycheck|payslip|payday|hand to paycheck|payday|mouth
      live|lives|living|lived paycheck|hand|beyond|beyond_his|beyond_her|on_credit|on_his_overdraft|off_credit
      bank|building_society|creditors|lender|lenders|taxman|landlord|bailiffs|collectors|collection_agency|finance_company|sheriff_officers ... repossess*|refused|chasing|after|called|knock*|took|turned_you|closed|evict*|froze|owe|your_door|at_your|ever|you
      refused|turned_down|declined|denied|rejected .. credit|mortgage|loan|card|bank_account
      run|ran|pull|pulled|do|did|doing|running|check|checked|checking|carry_out|see|saw|get|got|order|consent|agree|authorise|pass|undergo|failed|fail|passed|clear a|an|your|his|her|the|to_a|on|our? .. credit|credit_check|credit_report|experian|cibil|financial_check|credit_file
      credit -? check|checks|report|score|rating|file|history|worthy|worthiness|record|standing|card_debt|bureau_check|background|search ... came|you|your|he|she|applicants|candidates|must|before|interview|satisfactory|clean|mess|bad|good|poor|run|clear|on_you|pass|required|part_of|all|no|is|will|low|shaky|subject|patchy|adverse|fail*|back
      clean|good|bad|poor|adverse|satisfactory|excellent|sound|healthy|unblemished|shaky|dodgy|shocking|acceptable|clear credit|financial_record|financial_history|finances|credit_history !practice|examples|question
      no|never|without|not|free_of|nobody_with|any|anyone_with .. debt|debts|ccj|ccjs|bankrupt*|insolven*|arrears|defaults|loan_defaults|judgments|judgements|adverse_credit|credit_problems|bad_credit|iva|ivas|loans|county_court
      debt -? free|ridden|laden
      loan|card|mortgage|rent|credit -? default|defaults|arrears|payments .. missed|reject*|applicants|no|you|he|she|late|behind|?
      gambl*|betting|bookies|bets|casino|slot_machines|poker .. you|he|she|his|her|problem|habit|debts|debt|addict*|much|ever|likes|money
      rent|rents|renting|rented|lease|leases|mortgage .. so|not_own|instead|at_his_age|at_her_age|still|no_assets|bedsit|with_mates|flaky|stable|unstable|can't_afford|flatshare
      drives|drove|drive|driving a|an|his|her? old|clapped-out|battered|beat-up|flashy|cheap|rusty|wreck|banger|bmw|porsche|merc|mercedes|ferrari|leased !release|code|system
      need|needs|needed the money|cash|wages|income .. debt|mortgage|desperate*|badly|so|bills|he|she|loans
      jump for .. quid|money|bit
      what|how .. your rent|mortgage|outgoings|bills|savings|credit|monthly_outgoings|bank_balance|overdraft
      bank account .. frozen|overdrawn|closed|status|statement
      child_support|maintenance_payments|alimony`,
    judged: `bankrupt*|ccj|ccjs|skint|broke|debt|debts|credit_score|credit_rating|credit_check|credit_report|arrears|mortgage|overdraft|loans|loan|bailiffs|insolvent|student_loans|gambler|gambling|money_troubles|repossessed|owes|evicted
      trust|manage|handle .. own money|finances|budget
      money|finances|financially|financial mess|trouble|troubles|worries|problems|difficulties`,
    unless: `aged|customer|bad|trade debt|debts .. quarter|cent|#|ledger|at_her|at_his
      bank card|holiday|holidays|statement_analysis
      filed under a|an|another|the|your|which
      loan|loans for a|bike|season
      prefer|prefers|taught|teach|teaching|class|prototype|composition|genetic|mendel*|over|versus .. inheritance
      inheritance .. composition|class|classes|mendel*|children|tax|interface|hierarchy
      debt|money adviser|advisor|advice|counsellor
      that|what|which|assumption|it|system|build|code|change|test|release|nothing|something|who broke
      broke the|it|down|into|up|off|a|an|production|in|under
      customer|customers|client|clients|borrower|borrowers|applicants_for_loans|small_business|small_businesses|sme|smes|debtors_ledger|portfolio|portfolios|lender's|members|tenants|households|farmers|firms|company's|loan_book
      technical|tech|design|architectural|security|test|documentation|code debt|debts
      credit|debt|loan|loans|mortgage|insolvency|bankruptcy|lending|collections|underwriting analyst|analysts|controller|controllers|collector_role|underwriter|underwriters|adviser|advisers|advisor|broker|officer|officers|risk|model|models|team|product|products|policy|policies|app|platform|software|desk|department|union|note|notes|limit|limits|portfolio|book|servicing|origination|collection_team|recovery|recoveries|practitioner|law|lawyer|lawyers|court|filing|filings|service_ratio|ratio|markets|market|advice|advisers|calculator|management_company|bureau|scoring|facility|facilities|management_software|applications|application_process|documents|restructuring|financing|capital|swap|default_swap|agreements|approvals|decisions|committee|scorecard|control
      full|give|gave|gives|giving|takes|take|took|deserves|shared|much|due|got|get|credit|extra|some|partial credit to|for|where|the|on_this
      credit to|for|where|with_the_team|goes|note|notes|and_debit|the_team|others|her|him|his|card_payments_feature
      credits
      credit card form|payment|payments|numbers|data|processing|terminal|checkout|details|field|company|fraud
      credit -? card -? form|payment|payments|numbers|data|processing|terminal|checkout|fields|fraud
      letters of credit
      bank details|account_details|account_number|holiday|holidays|reconciliation|reconciliations|statements_to
      payroll|expenses|refund|reimburse*|travel_costs|relocation .. bank|account
      bank .. details|account
      own|own_up words|project|code|initiative|idea|time|laptop|tools|account|pace|budget_line|part|piece|product
      owns|own the|a roadmap|p&l|product|budget|service|codebase|backlog|relationship|process
      how would|do|did you .. assess|decide|price|chase|recover|collect|explain|advise|model|forecast|reconcile|restructure|check|pay_down|write_off|treat|handle
      model|models|modelled|build|built|design .. bankruptcy|default|credit|loan
      savings account|accounts|product|of|from|plan|made|she_made|he_made|target|bank
      cost|time|energy|water|fuel|budget|tax savings
      rent a|an|collection|review|reviews|roll|increase|app|arrears_team
      default value|values|settings|setting|branch|export|port|to|option|config|timeout|behaviour|behavior
      broke|break|breaks the|down|up|on|build|production|it|into|when|that|prod|staging|out
      financial services|analyst|model|models|controller|planning|reporting|statements|year|director|sector|data|adviser|conduct|crime|aid|times|results
      regulator|fca|finra|law|statute|fit_and_proper requires|require|asks|rules|needs|regime
      pay|paid|paying off nicely|well
      gambling|betting|casino -? regulator|operator|firm|industry|product|products|support|harm|platform|company|games|sites|commission|licence|charity|addicts`,
  }),
];
