/** Service, debts and property, as people speak of them. */
import { familyOf } from "./group.ts";

/** The rules. */
export const STANDING_FAMILIES = [
  ...familyOf("military_discharge", {
    firm: `balloon goes|went
      call|want|need|take you|him|her back .. balloon|war|army|colours|uniform|regiment|if_it
      thousand-yard|thousand yard
      stare|nightmares|flashbacks|shakes|jumps|jumpy|haunted .. basra|helmand|iraq|afghanistan|kabul|vietnam|belfast|mali|war|tour|tours
      sandbag|saturday|weekend|sunday weekenders|weekender|soldier|soldiers|warriors|private|corporal
      hand|handed|hand_in|turn|turned your|his|her kit|uniform|rifle|stripes|commission|papers back|in|over
      tour|tours and a|the|his|her .. exit|departure|out|discharge|end
      @forces reference|references|report|testimonial|paper|papers .. say|said|how|why|line|went|left|conduct
      certificate|letter|document|papers of release|service|discharge|conduct|demobilisation|separation !excellence|value|service_charge
      terms|footing|grounds .. part|parted|leave|left|split|separate* .. @forces
      you|he|she and|&|with the? @forces .. part|parted|ways|split|separate*|fall_out|fell_out
      released|discharged|dismissed|removed|separated|thrown_out|let_go|expelled .. grounds|cause|disciplinary|misconduct|medical|bad_conduct|dishonour* .. @forces|service
      disciplinary|medical|compassionate|psychiatric|misconduct grounds|reasons|discharge .. @forces|service|left|released
      @forces .. find|found|declared|graded|certified|passed you|him|her .. fit|unfit|sane|well
      fit|unfit for|to .. service|serve|duty|combat .. army|when|left|@forces
      members|serving_members|men|women|anybody|anyone|somebody|those of|in|from|with the? guard|reserves|reserve|territorials|national_guard|ta|forces|army|military .. not|unsuitable|cannot|need_not|suitable|barred|excluded|no
      not|never|un- suitable|for|ideal .. guard|reserves|reservists|territorials|soldiers|veterans|ex-forces
      soldier|squaddie|sergeant-major|army_man|military_man|marine through|can't|too|to_the|mind|only|never|needs|orders|type|barks
      soldier through
      once a soldier|marine|squaddie|para
      sandhurst|west_point|annapolis|cranwell|dartmouth|lympstone|catterick|aldershot|deepcut|parris_island|quantico|fort_benning|nda_khadakwasla|ota|officer_academy|curragh|boot_camp|basic_training .. chuck*|out|fail*|drop*|left|leave|washed|kick*|why|quit|finish|thrown
      chucked|kicked|thrown|booted|slung|turfed|drummed|washed|flunked|dropped|dismissed out of|from .. sandhurst|west_point|annapolis|cranwell|dartmouth|academy|cadets|@forces|training|the_terriers|the_paras
      terriers|territorials|territorial|tavr|weekend_army|yeomanry|the_ta|a_reservist|an_reserve|the_fca|rdf
      still|remains|also a|an|in_the territorial|reservist|reserve|guardsman|officer_in|cadet_officer
      @forces .. show*|gave|give|pointed|slammed|shut the? .. door|boot|road|elbow|heave-ho|gate
      with|had|has|have|got|keep|kept a|an|clean|good|bad|blemished|spotless|blotted? .. sheet|record|conduct|copybook|papers .. @forces
      @forces|regiment .. clean|bad|good sheet|record|conduct|character|report
      conduct|character|good_conduct|discharge|release|disciplinary|testimonial certificate|book|sheet|record|report .. army|navy|service|forces|regiment|ex-|soldier*|servicemen|with|attach
      character|nature|type|terms|manner|length|quality|category of .. service|discharge|release|your_service|military
      commanding|adjutant|company|sergeant -? officer|major|commander .. you|up|before|charge|report|ever
      up before|in_front_of .. co|commanding|colonel|adjutant|major|court_martial|officer
      finish|finished|complete|completed|see|saw|serve|served|do|done|did your|his|her|the|out|a full|whole|entire|twelve|twenty-two|four|six|three|nine|eight|ten|twenty|seven? .. years|tour|engagement|enlistment|hitch|commission|term|contract .. army|service|navy|forces|early|why|out|short
      not|never|didn't|failed_to|unable_to finish|complete|see_out|serve_out your|his|her|the .. years|engagement|tour|term|enlistment|training|hitch|commission
      see|saw|seen any|much|a_lot_of|some|the|real? fighting|action|combat|shooting|front_line|frontline|bloodshed|blood|killing|death .. there|out|you|?|over
      every|each|all|for_the|in summer|easter|spring|autumn|two_weeks|fortnight|year .. with_the|for_the|at_camp|camp|exercise|off .. terriers|reserves|territorials|guard|army|regiment|unit|ta|yeomanry|camp
      your|his|her unit|regiment|battalion|squadron|platoon|ship|corps .. call*|again|deploy*|mobilis*|mobiliz*|activate*|need|want|recall|leave|left|back|get_rid|got_rid|why|how
      got|get|getting|gets rid of you|him|her .. regiment|army|navy|forces
      regiment|army|navy|forces|raf|unit .. got_rid|let_go|rid_of|parted|no_longer|did_not_want|didn't_want|refused
      medical|medically|psychiatric|sick|health -? out_of|release|retired|retirement|boarded|discharge|downgraded|severance .. @forces|air_force|you|from
      somebody|someone|anybody|anyone|candidates|people|applicants|staff|those who|that|liable|subject .. mobilis*|mobiliz*|called_up|deployed|drafted|recalled|conscripted|posted
      military|service|army|conscription|national_service obligation|obligations|commitments|duty|liability|liabilities|requirement|requirements .. complet*|finish*|done|must|fulfil*|exempt*|outstanding|remaining|any
      separation|discharge|demob code|codes|papers|paper|documents|paperwork|number|category|characterization
      @forces let|lets|letting|kick|kicked|chuck|chucked|boot|booted|drop|dropped|dump|dumped|fire|fired|sack|sacked|throw|threw|thrown|release|released|discharge|discharged|part|parted|get_rid|got_rid|push|pushed|turf|turfed|bin|binned|retire|retired you|him|her|them|ways|of
      why|how|when|what_made|what_led did|was|were|has|had|would|is|'s|do|does the? @forces .. let|kick|chuck|boot|drop|throw|release|discharge|part|get_rid|push|finish|end|turn|cut|retire|lose|you|him|her
      what|which|on_what|under_what|whatever grounds|terms|circumstances|conditions|footing|character|note|reason|reasons .. service|discharge*|commission|enlistment|tour|time_in|army|navy|forces|military|marines|raf|regiment|leave|left .. end|ended|ends|leave|left|finish*|discharge*|released|army|navy|service|forces|regiment|the
      @soldiers .. say|state|tell|explain|disclose|declare|must|should|kindly|please|give|provide|enclose|attach .. why|grounds|how|reason|reasons|terms|discharge*|ended|left|conduct|certificate|papers|record|character|book
      reason|reasons|grounds|circumstances|terms|cause .. leaving|left|exit|end|ending|release|departure|discharge .. @forces|@soldiers
      liable|liability|eligible|subject|exposed|open|risk|chance|likelihood|danger to|for|of .. recall|call-up|call_up|call_-_up|mobilisation|mobilization|deployment|being_called|be_called|activation|being_mobilised|redeployment|the_draft
      recall|call-up|call_-_up|mobilisation|mobilization liability|liabilities|papers|notice|list|duty|orders
      still|remain|yet on|in|with|under the|your|any|a? reserve|reserves|reserve_list|army_list|recall_list|active_list|reservist|commission|contract_with_the @forces|list|$|?|,|duty|and|obligation*
      still|currently|also|ever|actively serving|in_uniform|enlisted|commissioned|drilling|under_arms
      court|summary|field -? martial|martialled|martialed|punishment
      bad|general|medical|honourable|honorable|dishonourable|dishonorable|administrative|early|compassionate|entry-level|conditional discharge|release|paper|papers|conduct_discharge .. from|army|navy|forces|military|service|air_force|raf|marines|you|his|her|?
      chaptered out
      med|medical -? board|boarded .. @forces|out
      bought|buy|buying himself|herself|yourself|his_way|her_way|your_way out
      passed|washed|dropped|flunked|failed out|out_of|from|short_of .. basic_training|boot_camp|sandhurst|west_point|officer_training|selection_for|@forces
      war|service|military|army record|number|history|book|papers .. you|your|his|her|state|attach|provide|copy|bring|?
      part|long|fall ways with|from the? @forces
      @forces .. not|never|no .. want|keep|have|need you|him|her|them
      why|how_come|when|what_made|what_led|what_happened|grounds|terms|circumstances .. leave|left|leaving|quit|come_out|came_out|get_out|got_out|exit|parted .. @forces
      good|bad|other|poor|under_honourable|unhappy terms with|from .. @forces
      national service|servicemen .. did|do|done|finish*|complete*|exempt*|dodge*|avoid*|you|yet|status
      weekends|weekend|nights|fortnight|two_weeks|summer|month|evenings .. playing_soldiers|soldiering|soldier|with_the_ta|with_the_reserves|with_the_guard|with_the_reserve|on_exercise|in_uniform|square-bashing
      playing|play at? soldier|soldiers|army
      weekend|part-time|hobby|saturday -? soldier|soldiers|soldiering|warrior|warriors
      trained|licensed|paid killer|killers|to_kill
      kill|killed|shoot|shot|bomb|bombed .. anyone|anybody|people|somebody|someone|civilians|enemy .. there|out|you|over|war|iraq|afghanistan|?`,
    said: `deploy|deployed|mobilise|mobilised|mobilized|posted|shipped|sent .. overseas|abroad|away|out|again|war|front .. you|him|her|army|unit|regiment|ta|reserve*
      @soldiers .. struggle|struggles|bark*|shout*|temper|ptsd|trauma*|baggage|flashback*|nightmares|orders|rigid|regimented|institutionalis*|damaged|drink|violent|explode|jumpy|tick|unstable|civvy|civilian
      civvy street
      rank|stripes|pips|commission .. lose|lost|stripped|bust|busted|resign|resigned|left_with|reach|reached
      conscientious|draft objector|objection|dodger|dodging|exempt*|card
      serve|served|fought|fight .. which|what|whose side|country|army|war`,
    unless: `veterinary|vet practice|surgery|nurse|bills|clinic|practices
      vet|vets|vetted suppliers|supplier|candidates|the|them|invoices|code|sources|claims|contracts
      private sector|equity|hire|client|clients|school|practice|hospital|health|patients|sale|limited|company|bank|key|cloud|repo
      soldier on|fly
      gunner|private|marine biolog*|engineer|engineering|insurance|life|conservation|park|science|surveyor|ecolog*|paint|diesel|coatings`,
  }),
  ...familyOf("credit", {
    firm: `roof over .. yours|bank|mortgage|rent*|own|landlord
      repo man|men|firm|van
      repossession|bailiff|debt|collection men|man|agents|people|firm|letters|letter
      missed|late|skipped|bounced payment|payments|instalment|instalments|rent|repayment|repayments
      borrowed|borrows|borrow|cadged|cadges|tapped|scrounged|scrounges|bummed a|some|money|me|us|off|from|for? .. tenner|fiver|twenty|quid|bus_fare|lunch_money|cash|money|panel|strangers
      purse|wallet|pocket|pockets .. empty|thin|state|holes|enough_said|about_his|about_her
      card machine|reader|payment .. beep*|declin*|breath|refus*|nervous|you
      word|chat|letter|reference with|from your|his|her bank|banker|bank_manager|lender|landlord|creditors
      maxed|maxed-out|maxed_out|declined|overdrawn|snowed|in_the_red -? out? cards|card|credit|account|credit_cards|overdraft|under
      maxed - out
      anybody|anyone|somebody|someone|who|people|firms|companies|banks|lender|lenders chasing|after|hounding|pursuing|suing|dunning you|him|her .. money|debt|debts|payment|for|bills
      chase|chased|chasing|hound|hounded|hounding|pursued|sued|dunned .. you|him|her|by .. money|debt|debts|payment|bills|creditors|agencies
      good|bad|careful|sensible|hopeless|prudent|wise|responsible|disciplined with|at|about your|his|her|their own? money|cash|finances|wages|budget|spending
      mortgage|loan|debt|debts|overdraft|repayments|bills hanging|hang|over|round .. head|neck|you|him|her
      bad|poor|no|thin|adverse|damaged credit .. ?|apply|please|need|not|only|welcome_not
      missed|late|defaulted|skipped|overdue loan|card|mortgage|rent|car|credit|finance|council_tax|utility payment|payments|instalment|instalments|bill|bills
      search|check|report|trace showed|shows|found|turned_up|revealed|threw_up|flagged .. missed|late|loan|loans|debt|debts|ccj|ccjs|default|defaults|arrears|bankrupt*|payments
      money|cash 's|is|was|being tight|short|a_problem|an_issue|the_issue
      finance outstanding|owing|on_the_car|on_your_car
      is|are|have|'s|has your|his|her|the|you|he|she|they .. house|home|flat|car|place|mortgage .. paid_for|paid_off|yours|bought|mortgaged|owned|in_your_name|repossessed|on_finance
      clear|pay_off|pay|paying_off|clearing|settle your|his|her|the|off credit? card|cards|balance|credit_card|balances|overdraft|debts|slate .. every|each|month|full|end
      cheque|cheques|payment|direct_debit .. bounce|bounced|bounces|returned|dishonoured|unpaid
      your|his|her|their|the|an experian|equifax|transunion|schufa|cibil|fico|crif|credit_reference|credit report|file|score|rating|search|check|record|history
      report|search|check|file|score|agency .. showed|shows|show|turned_up|flagged|came_back|revealed|has .. default|defaults|ccj|ccjs|debt|debts|arrears|missed_payments|bankruptcy|insolvency|late_payments|judgment|judgments|patchy
      default|defaults|arrears|missed_payment|missed_payments with|to|on|from a|an|the|your|his|her|some? .. company|bank|lender|phone|card|loan|landlord|utility|catalogue|provider|firm
      never|ever|been|were|was|is|are|be|not been? bankrupt|insolvent|made_bankrupt|declared_bankrupt|evicted|repossessed|blacklisted|sequestrated|in_debt|in_arrears|overdrawn|garnished
      people|applicants|candidates|those|somebody|someone|anyone|staff who|with|that own|owning|owns|debts|a_mortgage|own_property|property|a_home|mortgages|loans|bad_credit|money_troubles|poor_credit
      own|owns|owning|owned|buy|bought property|a_house|a_home|their_own_home|your_home|your_own_home|your_own_place|a_flat|land|bricks_and_mortar
      lost|lose|losing his|her|their|the|your house|home|shirt|business|flat|savings|money .. crash|bank|repossess*|gambl*|divorce|bankrupt*|recession|you
      get|gets|getting|got|manage|managing|survive|cope|last|scrape|tide by|over|through|till|until|to|you_over .. payday|pay_day|first_pay|month_end|end_of_the_month|first_wage|next_wage|first_pay_packet
      ask|asks|asked|asking|wanted|wants|need|needs|needed for? a|an|his|her|some? .. advance|sub|salary_in_advance|pay_in_advance|wages_early
      card|cards|payment was|were|got|being|gets declined|refused|rejected|maxed
      up to|over|head_over .. student_loans|loans|debt|debts|mortgage|hock|cards
      bank balance|manager|account .. healthy|looking|red|how|you|overdrawn|state|your
      wonder|wonders|worried|worry|doubts|question|questions|concerned|concern about|over|at his|her|their|your finances|money|debts|solvency|spending
      up to his|her|their|your neck|eyes|ears|eyeballs|oxters|chin in|with debt|debts|loans|cards|credit|it|hock|arrears|@lenders
      @lenders .. chasing|after|knock*|door|round|owe|owes|owed|hands|clutches|call*|phone|letters|trouble|neck|with_the|behind|took|came|come|paid
      in|into|to|with|from|owes|owed|owe the|a|some|any|his|her|your? moneylender|moneylenders|loan_shark|loan_sharks|bailiffs|pawnbroker|payday_lender|payday_lenders|debt_collectors !'|meeting
      credit|debt|financially -? checked|vetted|scored|screened|searched|referenced|profiled
      credit|debt|financially checked|vetted|scored|screened|searched|referenced|profiled
      you|he|she|they|applicant|applicants|candidate|candidates|stackers|staff|anyone .. credit -? check*|checked|score*|search*|report*|rating|history
      whether|if|do|does|did|are|have you|he|she|they .. got? have|own|owe|hold|pay|still_pay|paying|got a|any|on|off? .. mortgage|mortgages|overdraft|debts|debt|loans|loan|car_loan|credit_cards|savings|rent_arrears|student_loan
      rusty|clapped-out|clapped_out|beat-up|beat_up|battered|beaten-up|knackered|ancient|banged-up|rickety|dented|third-hand|flash|flashy|jammy old|little|looking? motor|car|van|banger|micra|fiesta|corsa|polo|clio|astra|punto|focus|golf|honda|toyota|civic|nissan|vauxhall|skoda|fiat|maruti|scooter|merc|beamer|bmw|audi
      turned_up|turns_up|arrived|arrives|came|comes|pulled_up|rolled_up|drove_up|drives|drove|driving|runs .. in|a|an|around .. banger|old_banger|heap|jalopy|wreck|rustbucket|rust_bucket|old_car|cheap_car|company_car_he|micra|corsa|flash_car|sports_car|porsche|ferrari|bentley
      still|yet|only|never_stopped|just renting|rents|rent|lodging|lodges|sofa-surfing|couch-surfing|sharing|in_digs|in_lodgings|in_a_bedsit|in_rented|in_a_rented|in_a_council|in_social_housing|on_a_sofa !control
      manager|managing|good|bad|hopeless|careful|clever|sensible|careless|rubbish|awful|poor of|with|at|managing his|her|your|their|own? money|cash|finances|budgeting
      own|owns|owned|buy|bought|owning|buying his|her|your|their|a|own home|house|flat|place|car|property|roof|bricks .. or|yet|not|never|by_now|by_that_age|at_his_age|at_her_age|stable|stability|settled|sign
      home|house|property|car|land -? owner|owners|ownership|owning .. prefer*|only|must|stable|stability|sign|reliable|applicants|candidates|?|plus|shows
      mortgage|mortgages|owning|homeownership|home_ownership .. sign|proof|shows|evidence|means|stability|stable|commitment|reliable|responsib*|roots
      sign|proof|shows|evidence|mark of .. stability|reliability|character|responsib* .. mortgage|own|owns|house|home|savings|rent
      bounced|bounce|bouncing|dud|returned|dishonoured cheque|cheques|check|checks !in|the|input|on
      cheque|cheques|card|cards|direct_debit|direct_debits|emi|emis|payment .. bounce|bounced|bounces|declined|refused|maxed|cut_up|failing .. you|your|his|her|he|she
      his|her|your|their card|cards|cheque|direct_debit .. bounced|declined|refused|maxed|rejected
      keep|keeping|kept the? wolf|head|heads .. door|water
      robbing|rob peter
      rob|robs|robbing|borrow*|lend* .. pay_paul|to_pay|off_mates|off_friends|off_family|off_workmates|till_payday|until_payday
      sub|subs|subbed|advance|advances on|of|off|from his|her|your|their|the? wages|wage|pay|salary
      pay|wage|salary advance|advances|day_loan|garnish*|arrestment .. you|he|she|ask*|need*|always
      make|making|makes|made|short_on|behind_on|late_with|skip*|miss*|pay|paying the|his|her|your? rent|mortgage_payment|mortgage_payments|minimum_payment|minimum_payments !review|roll|collection
      head above water
      living|lives|live|lived|getting_by|gets_by|surviving|survives on|off .. credit|cards|credit_cards|overdraft|tick|loans|plastic|borrowed_money|handouts|benefits|the_dole|his_parents|her_parents|food_banks|noodles
      food bank|banks|stamps .. he|she|you|using|uses
      chapter 7|11|13|seven|eleven|thirteen
      debt relief|management|counselling|consolidation|plan|arrangement|review .. you|he|she|on_a|in_a|your
      iva|dro|ccj|ccjs|lien|liens .. you|he|she|any|ever|name|against|no|with
      drowning|sinking|swimming|mired|buried in|under .. debt|debts|loans|bills|cards|interest
      money|cash -? problems|troubles|worries|trouble|woes|pressures|pressure|issues|mess|management
      pay|pays|paid|paying .. bills|debts|way|rent|taxes .. on_time|late|regularly|promptly|you|he|she
      lives|live|living|lived|spends|spend|spending beyond|above|within|over .. means
      spends like|money_like|more_than|it_all|every_penny
      pays|paid|paying off .. card|cards|loan|loans|debts|debt|mortgage|car`,
    said: `good|bad|adverse|clean|poor|impaired|thin|no -? credit .. history|file|applicants|candidates|only|preferred|need
      cibil|credit|experian|equifax|schufa|fico score|rating|number|rank|points .. above|below|over|under|#|minimum|good|pull|check
      guarantor|surety|bond|security_deposit .. you|provide|post|applicant*|candidate* .. must|need|required
      bank statement|statements|balance .. you|your|send|see|attach|bring|show|applicants
      maintenance|alimony|child_support|school_fees .. behind|pay*|arrears|owe*|you|his
      `,
    unless: `to his|her|their|your|its|the_team's|our|the credit
      credit where|to_whom
      benefits include|package|of|are
      loan|loans|bike|season_ticket scheme|schemes|period|desk|of_a_laptop|book|equipment|laptop
      debt|credit counsellor|counselling|team|charity|line|helpline|service
      feed|customer's|client's|supplier's|farmer's bill
      bounced|bounce email|emails|rate|message|messages|mail`,
  }),
];
