/** Arrests and pay. */
import { familyOf } from "./group.ts";

/** The rules. */
export const PAST_FAMILIES = [
  ...familyOf("arrest_conviction", {
    sure: `criminal_record criminal_records criminal_history criminal_past criminal_background criminal_conviction criminal_convictions criminal_offence criminal_charges
      police_record police_records arrest_record rap_sheet mugshot mug_shot felon felons felony felonies ex-offender ex-offenders ex-con ex-cons ex-convict ex-convicts jailbird
      spent_conviction spent_convictions unspent unspent_convictions misdemeanor misdemeanors misdemeanour dui dwi asbo banged_up sent_down behind_bars brush_with_the_law
      run-in_with_the_law run-ins_with_the_law restraining_order shoplift* previous_convictions conviction_history drink-driving drunk-driving drink_driving
      expunged community_service_order suspended_sentence electronic_tag jail_time prison_time done_time jail_sentence prison_sentence police_caution clean_record`,
    personal: `arrested arrest arrests convicted conviction convictions offender offenders offence offences offense offenses jail jailed prison imprisoned prisoner incarcerat* parole
      probation_officer on_probation cautioned caution cautions charged prosecuted prosecution sentenced custody convict convicts criminal criminals guilty bail acquitted
      fir summons magistrate magistrates borstal juvie lock-up nicked busted`,
    owned:
      "record criminal_record past rap_sheet convictions conviction arrest sentence bail parole probation",
    said: `lifted|nicked|busted|collared|pinched|pulled_in|picked_up|done|hauled|taken_in|brought_in|booked|cuffed|handcuffed|bundled|questioned|interviewed_by|stopped|banged|nabbed|cautioned|arrested|charged|fingerprinted by|up|for|in|over|under|at .. police|guards|garda|gardai|cops|law|caution|police_station|station|gardaí|shoplifting|theft|drugs|possession|assault|fighting|drink|drunk|fraud|speeding|caution|dealing|affray|gbh|abh|tax|something|anything|carjacking|stealing|robbery
      police|cops|guards|garda|gardai|gardaí|old_bill|peelers|feds|sheriff|constabulary|law_enforcement|police_station|bizzies ... you|your|him|her|he|she|trouble|bother|reason|known|knock|record|visited|dealings|involve*|speak|spoken|called|interest|attention|wrong_side|file|against|issues|contact|stopped|anything
      you|your|his|her|he|she|ever|any|anything|known|trouble|bother|dealings|run-in|run-ins|contact|brush|come_to_the_attention|in_bother|wrong_side|encounter|encounters|issues ... police|cops|guards|garda|gardai|gardaí|old_bill|the_law|law_enforcement|courts|the_authorities|authorities|feds
      side of the law
      on|in|off .. record|records|sheet|file|slate|past .. silly|student|youth|we_should|we_might|worry|should_know|embarrass|police|clean|criminal|?
      clean|spotless|unblemished|clear|blemished|squeaky-clean|dirty record|sheet|slate|past|background|history|dbs|criminal|police|licence|driving_record|rap
      record|past|background|slate|sheet .. clean|spotless|clear|chequered|checkered|colourful|dodgy|murky|shady
      dodgy|shady|murky|chequered|checkered|colourful|criminal|troubled|dubious|wild past|history|background|youth|record|dealings|characters
      got|has|have|with|had|having|any|bit_of form|previous|a_record|a_past|a_criminal|a_rap|priors|prior !for_us|to_fill|for_the
      time|stretch|spell|stint|months|years|night|nights|sentence|weekend|years|bird|porridge .. inside|in_jail|in_prison|in_custody|in_a_cell|in_the_cells|behind_bars|for_fraud|for_theft|for_drugs|the_nick|at_his_majesty's|at_her_majesty's|in_the_slammer|in_juvie
      do|done|did|does|doing|serve|served|serving|spent any|some|a|his|her|hard|your|her|two|three|five|eighteen|six|a_bit_of? time|bird|porridge|stretch|sentence|jail|prison|months|years|night|spell .. inside|for|in_prison|in_jail|in_a_cell|?|as_a_young|in_the|behind|$
      ever|been|was|were|is|has|gone|go|end|ended inside|banged_up|locked_up|in_jail|to_jail|in_prison|to_prison|in_court|to_court|up_in_court|before_a_judge|in_front_of_a_judge|in_front_of_the|sent_down|put_away|on_remand|on_bail|on_parole|on_probation|on_tag|in_trouble|in_bother|in_handcuffs|in_custody|to_borstal !service
      up in court
      up|been|stood|appeared|hauled|dragged before|in|in_front_of|up the|a? judge|court|magistrate|magistrates|beak|bench|dock
      background|dbs|crb|police|disclosure|vetting|criminal -? check|checks|search|report|clearance|certificate ... show|find|turn|reveal|bring|worry|anything|ok|okay|clean|problem|before|interview|apply|shortlist*|up_front|come|came|threw|flag*|issue|convictions|at_your_own|clear
      google|googled|googling|searched|looked_up|looked_him|looked_her|dug ... arrest*|court|charge*|convict*|police|crime|fraud|jail|mugshot|case|assault|drink*|dodgy
      name .. came_up|paper|papers|court_reports|local_rag|news
      was that|it you
      charge|charges|charged|allegation|allegations|accused|suspected|suspect|indicted|indictment|prosecut*|convicted|convict|convictions|conviction|summons|complaint|complaints|fir ... against_you|against_him|against_her|you|lodged|pending|he|she|police|of_fraud|with_assault|of_theft|theft|fraud|assault|drugs|violence|crime|criminal|years_ago|as_a_teenager|spent|ever
      fir
      in|get|got|gotten|been|bit_of|spot_of|any|no trouble|bother|hot_water|scrapes|strife .. law|police|guards|cops|authorities|legal|young|growing_up|kid|teenager|student|courts|garda*|past
      you|ever ... steal|stole|stolen|nicked_anything|shoplifted|thief|embezzled|broken_the_law|broke_the_law|committed_a_crime|crime|criminal_offence|offence
      break|broke|broken|breaking the law
      commit|committed|commits .. crime|crimes|offence|offense|fraud|felony|misdemeanour
      points|ban|banned|disqualified|endorsements|lost .. licence|license|driving
      drink|drunk|drug -? driving|driver|driving_ban|possession|conviction|charge|charges|dealing|offences|bust
      got|get|was|been done|busted|nicked|caught|cautioned|lifted|pulled for|by|shoplifting|stealing|with .. shoplifting|theft|drugs|fraud|assault|weed|drink*|speeding|possession|stealing|fighting|graffiti|fiddling
      disclose|declare|declaration|state|list|tell|confirm|self-declaration|self-disclosure|explain|tick|yes_or_no|details ... convict*|offence*|offense*|criminal|arrest*|caution|cautions|charges|police|prosecut*|record|spent|fir|court|charged
      no|never|without|not|free_of|any|anyone|nobody|people|those|applicants|candidates .. with? a? .. criminal|convictions|conviction|convicted|arrests|arrested|felons|felonies|felony|felon|offenders|ex-offenders|ex-cons|criminals|record|records|police_record|jail|prison|charged|offence|cautions|dui|duis|priors|previous !keeping|store|label|label_deal|sales|player
      arrested|convicted|charged|prosecuted|jailed|imprisoned|cautioned|indicted ?|or|for|of|with|by|in|,|need|will|as|before|applicants|even|$|once|twice
      ran|run|put|punch|type|stick|typed|entered .. your|his|her name into|through|in|on
      pass|clear|survive|fail|through|undergo .. background|police|vetting|dbs|criminal !of_the
      background|police|criminal|vetting -? check|checks ... all|every|before|applicants|candidates|interview|you|him|her
      law -? abiding
      warrant|warrants .. you|your|out|outstanding|name|him|her
      community service|order .. you|he|she|did|done|sentence|hours
      anything|something .. find|come_up|surface|turn_up|show_up .. look|looked|search|searched|google|dig|dug|check|checked|ring|rang
      we|i find|found|turn_up|see|dig_up .. look|looked|google|googled|search|searched|check|checked .. you|him|her
      night|nights|time|spell .. cells|cell|station|lock-up|drunk_tank|holding
      mugshot|mug_shot|booking_photo|court_report
      mountjoy|wandsworth|pentonville|strangeways|rikers|san_quentin|tihar|portlaoise|wormwood|barlinnie|hmp|the_joy|the_slammer|the_clink|the_nick|the_can|big_house
      in|into|wearing|put_in|slapped_in cuffs|handcuffs
      garda|police vetting|clearance ... come|up|anything|clean|show|problem|before|?
      police|garda|sheriff ... rang|rung|call|called|asked .. you|about
      rang|rung|phone|phoned|called the? police|guards .. you
      no smoke without
      past .. offences|convictions|crimes|record|arrests
      wear|wearing|wore .. tag|ankle_monitor|ankle_bracelet
      ankle monitor|tag|bracelet
      probation|parole officer|officers_name|period_after|terms|.. you|?|he|she
      ex -? con|cons|convict|convicts|offender|offenders|prisoner|prisoners|felon|jailbird|inmate|lag
      legal trouble|troubles|issues|problems|difficulties|bother|proceedings|scrapes .. you|your|any|ever|past|with|?|he|she
      wrong|other|dark|shady|bad side|end|crowd .. law
      sex|violent|juvenile|young|repeat|registered offender|offenders|offence|record
      `,
    judged: `police|arrest*|convict*|jail|prison|criminal|court|dbs|record_for|caution|probation|parole|felon*|shoplift*|offence|offences|theft_conviction|gang|assault|drink-driving|dui|prosecut* !lawyer|software|law|code
      google|googled|background_check|local_paper
      done|did|served time|bird|months|years inside
      has|had|got form|previous|history|a_past|a_record
      `,
    unless: `duty|duties to the court
      when|why|whether|if|how|knew|would|did|should .. call|ring|phone|contact|involve|inform|alert .. police|guards|gardai|law_enforcement
      courage of
      true|organised|fictional crime
      crime podcast|fiction|novel|writer|drama|series|scene|reporter|prevention
      his|her|their|a|any|the|your record of|from|for|at|in !arrest*|convict*|crime|offen*|theft|violence
      teaching|teach|train|training|help|helping|support|supporting|mentor* .. probation|prison|prisoners|offenders
      suspicious activity|transaction|transactions
      runs in
      first|opening|next|one|each|every|per|a|this|last sentence|sentences
      nobody|who|which|that|it|system|systems|we|you|they|and|or|to records|record !of|with|for
      by|with|from|in|own|usage|customer|patient|or|and|the|without|keep|keeps|kept|several|data|his|her records !of_arrest|of_convict*
      correct|corrects|corrected|keep|keeps|kept|set|broke|break|update|updated the? record
      record of shipping|delivering|delivery|finishing|winning|building|keeping|meeting|work|growth|results|decisions
      on|from|in|of|about the past
      can|cannot|not|could|would|to|you|we|they|how|who judge|judged
      google|a_google calendar|meet|doc|docs|sheet|sheets|cloud|ad|ads|maps|drive|workspace|analytics|account|play|chrome
      with|of conviction ,|and|in|$
      argued|spoke|speaks|argue|spoken|argues|presented|answered|defended|said with conviction
      conviction of yours|that|in|about
      argued|argues|argue|spoke|speaks|spoken .. conviction
      strong|real|deep|core|personal|long-held convictions|conviction about|that|on|in
      as|where|because|since|if|when|only the|that? law|regulator|statute|regulation|role|act|rules requires|require|asks|ask|demands|says|obliges
      police|prison|probation|custody|court|prosecution|crime|criminal|arrest|courts|offender|justice officer|officers|force|forces|service|services|software|system|systems|data|staff|governor|reform|lawyer|law|clerk|reporter|reporting|usher|interpreter|statistics|management|justice|defence|defense|procedure|station_desk|dispatcher|control_room|liaison|record_system|records_system|education|nurse|healthcare|library|custody_data|drama|novel|investigation|investigations|intelligence|analyst|psychologist|psychology|appeal|appeals|bundle|bundles|transcripts
      police|guards|garda constable|recruit*|sergeant|detective|work_with|liaison|investigations|statement|statements|report
      lawyer|lawyers|solicitor|solicitors|barrister|barristers|paralegal|defend|defends|prosecutor|prosecutors|defended|prosecute|detective|detectives|investigator|bailiff|custody_sergeant|security_guard
      how would|do|did you .. arrest|record|write|investigate|interview|defend|report|treat|support|deal|handle|escort|search|charge
      write|wrote|writes|record|recorded|made|make|making .. arrest|arrests
      rehabilitat*|resettlement|ex-offenders_charity|reoffend*
      data|customer|customers|client|clients|child|product|chain|account custody
      custody -? transfer|of_the|assets|of_assets|bank|chain|record|records|and_contact|dispute|disputes
      charged with closing|running|leading|building|finding|making|setting|fixing|cutting|writing|moving|managing|the
      composition|class|prototype .. inheritance
      charged|charge the|customers|twice|per|for|an_hour|at|us|them|a_fee|leading|building|card|cards|battery|to_the
      three|two|four|twice charged
      twice|wrongly|over charged
      in charge
      caution in|about|around|with
      with|some|of|by|erred|proceed|urged|advised|showed caution
      sentence|sentences in|of|on|structure|level|per|was|that|by|and|the|case
      guilty of over|party|feeling|conscience|pleasure
      track|service|world|safety|long|master|proven|public|land|medical|purchase|data|strong|good|great|excellent|patchy record|records of|in|on|for|that|with
      record label|deal|store|number|numbers|sales|time|high|low|keeping|the|it|a|your|every|how|what|of_the|player|and_replay|type|types
      break .. build
      our check|checks
      after|once|following|subject an|a|the|you|to? .. offer|accept|accepted|start
      enhanced|basic|standard|own|portable|online|update_service|cleared dbs
      dbs .. done|came_back|back|cleared|processed|paid|pay|required|needed|is_needed|we_will
      role|job|post is|with|works|involves .. children|vulnerable
      fair chance|-_chance|chance_employer
      regardless|welcome|consider|second_chance
      trial|trials period|shift|run|day|balance|task
      test court|courts
      tennis|food|basketball|squash court
      bail out|ed|-_out`,
  }),
  ...familyOf("pay_history", {
    sure: `current_salary current_pay current_package current_ctc current_compensation present_salary present_package previous_salary previous_salaries last_salary last_drawn salary_history pay_history wage_history
      earnings_history compensation_history payslip payslips pay_slip pay_slips pay_stub pay_stubs paystub paystubs salary_slip salary_slips p60 p45 w-2 w2 cctc current_earnings present_ctc current_remuneration
      existing_salary existing_package current_comp current_base current_wage current_rate last_ctc previous_ctc old_salary former_salary salary_certificate income_tax_return current_take-home current_day_rate tax_return tax_returns`,
    personal: "ctc in-hand inhand underpaid overpaid take-home",
    said: `what|how_much|whatever ... you|your|they .. earn|earned|earning|making|made_last|make_now|get_paid|getting_paid|take_home|taking_home|pulling_in|pull_in|clear|clearing|bring_home|bringing_home|on_now|on_at|on_currently|paid_you|paying_you|pay_you|giving_you|gave_you|getting_now|get_now|drawing|draw_now|gross|net_per|trouser|pocket|on_there|paid_there|paid_in_your|paid_at|were_on|are_on|paid_before !decision|sure|of_that|points|progress
      what are|were they|their|your_current|your_present|your_last|your_boss|current_employer paying|giving|on|offering|employer
      what|how_much do|did|does|is|was|are|were your|the|their|they|that|it? last|current|present|old|previous|existing|other job|gig|place|employer|role|post|company|lot|contract|firm|boss|crowd|mob|one .. pay|paying|paid|giving|earn*|worth|on|package|you_on
      how much|what .. you|your .. on|make|earn|get|paid|salary|comp|base|package|wage|bonus|take|pulling|currently|worth .. now|currently|today|minute|moment|there|at_present|last|current|present|before|where_you|these_days|over_there|previous|?
      what 's|is|was|were|would_be your|the|ur .. current|last|present|previous|existing|old|ctc|take-home|take_home|in-hand|base_now|base_at|base_there|rate_now|number_today|gross|hourly_now|salary_at|salary_now|salary_today|salary_there|wage_now|wage_at|package_now|package_at|package_there|comp_now|comp_at|bonus_last|pay_now|pay_at|pay_there|rate_at_the|ote_now|day_rate_now|basic_now|basic
      current|currently|present|presently|previous|last|former|existing|latest|old|prior|today's|most_recent .. salary|salaries|pay|wage|wages|ctc|compensation|comp|remuneration|earnings|package|base|bonus|income|paycheck|pay_packet|day_rate|hourly_rate|ote|gross|take-home|pay_grade|pay_band|contract_or|benefits_and_pay|rate_of_pay|cost_to_company !expectation*|scale|policy|system|range|review_process|award|gap_report
      salary|pay|wage|ctc|comp|compensation|package|earnings|remuneration|base|bonus|income|rate .. now|today|currently|current|at_the_moment|at_the_minute|at_present|there|history|in_your_last|in_your_current|in_your_present|in_your_previous|at_your_last|at_your_current|where_you_are|before_you_left|when_you_left|last_year|over_the_last|last_three|slip|slips|proof|prior|to_date|previous !are_you_looking|do_you_expect|would
      on|over|from|vs|versus|against|to|above|below|than|beat|beats|match|matches|exceed|exceeds|compare|compares|compared|better .. what|how_much|your_current|your_present|where you 're?|are?|now|get|currently|earn*|paid|make|making|on|sitting|at|today .. get|on|now|earn*|make|paid|making|today|currently|sitting|are|at|there|package|salary
      our|this|that|the|# number|offer|figure|band|range|package|salary ... your_present|your_current|present_one|current_one|you_get|you_are_on|you_'re_on|you_earn|you_make|you_'re_getting|you_have_now|present|currently
      your|his|her present|current|existing|last|old|previous one|deal|number|figure|rate|money|terms|arrangement|level|pay|salary|package|grade|band
      hourly|daily|monthly|day rate|salary|money .. currently|now|last|there|at_the|?
      which|what would|are we|i be? matching|match|beating|beat|competing|bettering|up_against
      base|based|calculate|peg|pegged|benchmark|set|fix offers?|offer|salary|salaries|pay|it|them|your_offer .. current|earned|earn*|previous|last|history|existing|get_now
      what they have|had|'ve|put|started you|him|her on
      charge|charged|charging|bill|billed for you
      get|got|had|have|gotten|last|latest a|your|any|the? raise|pay_rise|payrise|increment|hike|bonus .. you|last|lately|recent*|this_year|when|?
      when|how_much .. your|last raise|rise|increment|pay_review|hike|bonus
      happy|satisfied|fair|enough .. what you .. on|paid|earn|get|make|getting
      how far|big|much|does|would|is .. our|this|that|offer|# .. from|of|over|on|compare|jump|bump|hike|increase|step|rise|raise .. current|what_you|where_you|now|get|today|present|earn
      jump|bump|hike|rise|raise|increase|uplift|step_up|cut|drop|improvement|increment|leap|move_up .. from|on|over|for_you|would|you|last|current|would_this|pay|salary|were_you|did_you|do_you|did|would_that .. get|current|now|you|sitting|present|last|mean|be|were|where|earn*|on
      percentage|% .. hike|increase|rise|bump|jump .. current|on|over|last|you
      match|matching|beat|beating|top|exceed|improve_on .. current|what_you|what_they|your_present|last|salary|package|them|your_existing
      package|bonus|equity|stock|options|money|deal|comp|salary|benefits|figure|number .. walking_away|leaving_behind|walk_away|giving_up|give_up|walking|forfeiting|leave_on_the|losing|you_'d_be_leaving|sitting_on|moving_from|coming_from|left_on
      last|previous|current|former|old|present|existing|his|her|your|other employer|job|company|place|role|firm|gig|boss|post|contract|position|lot .. pay|pays|paid|paying|salary|earn*|gave|give|wage|on|remunerat*|compensat*
      letter|contract|proof|evidence|document|documents|statement|copy|copies|screenshot|slip|slips|certificate|bank_statement|bank_statements|upload|attach ... salary|pay|earnings|income|gross|bonus|current_contract|latest_contract|employment_contract|wage|wages|remuneration|compensation|payslip*|package
      latest|current|last|existing|recent contract|offer_letter|increment_letter|appraisal_letter|pay_review|pay_rise|raise|bonus|increment|hike .. pay|salary|showing|when|what|how|with|was|upload|attach|size|did|you|of
      state|give|specify|indicate|mention|include|tell|send|share|provide|confirm|disclose|enter|put|quote|declare|need|note ... current|present|last|previous|existing|former|drawn|historic|to_date|past|prior|latest .. salary|pay|ctc|package|earnings|compensation|wage|remuneration|income|comp|rate|bonus|contract|gross|money|salaries|base
      last drawn|-_drawn
      cctc|ectc|ctc
      underpaid|overpaid|under-paid|low-paid|paid_peanuts|paid_buttons|on_buttons|on_peanuts|peanuts|pittance
      paid|pay|pays|paying .. peanuts|less|buttons|pittance|so_little|too_little|well_now|currently|fairly_now|fairly_at_the_moment|well_where|well_at_the_moment
      are|were|was|is you|he|she .. paid|well_paid|earning|making|salaried|remunerated|compensated .. now|currently|there|currently|moment|by_the_hour_there|last|present|by_your|at_your|enough|fairly|properly
      on|earning|making|earns|makes|gets|paid|pulling|clearing|taking_home|takes_home|getting|clears about|around|only|less_than|under|more_than|over|circa|roughly|just|a_measly|barely|like|close_to|north_of|nearly|already|already_on|something_like|the? # k|grand|there|now|at_the_moment|currently|euro|pounds|quid|lakh|lakhs|lpa|thousand|per|a_year|an_hour|today|p.a|pa|, $
      he|she|they is|are|was|'s|were only|currently|already|just|still|barely|probably|around|about|apparently? on # !time|%|the|day|days|week|weeks|calls
      currently|now|presently|there|at_the_moment|today on|earning|making|at|gets|paid about|around|only? #|less|more|a_lot|peanuts|well|under|over|half
      on|get|paid what|whatever he|she|they .. earn*|makes|gets|is_on|on_now
      how|what do|does|did they|he|she|his|her .. pay|paid|paying|pay_packet there|him|her|you
      well|better|badly|poorly|decently -? paid .. now|where|there|currently|at_the_moment|already|for_what
      money|salary|pay|wage|comp|financially|numbers|package -? wise .. now|where|currently|today|at|are_you|sit|sitting
      where .. you|your .. sit|sitting|at|land|now|standing|currently .. salary|pay|money|comp|package|now|wise|on_comp|money_wise|with_salary|in_terms_of_pay
      take|takes|taking home|- home .. you|month|currently|week|after_tax|pay|now|how|what|his|her
      which|what|your|his|her pay|salary|tax|wage -? band|bracket|grade|scale|point|spine|spine_point .. you|your|currently|now|on|at|currently_on|in
      your|his|her bonus|commission|ote|overtime|stock|rsus|equity|increments|allowances|increment .. last|this|year|now|currently|get|pay|paid|there|worth|come_to|previous|at_your|at_the
      bonus .. get|got|last_year|did_you|do_you|paid|worth|come|receive
      annual|monthly|weekly|yearly|gross|net income|earnings|salary|pay|wage .. you|your|current|now|last|there|present|gross|at|previous|have
      used to|previously|before|formerly earn|earned|make|on|get|paid|earning .. #|you|he|she|less|more|?|a_lot
      what you 're|are|were|was|'ve|have? on|earning|earn|making|make|getting|get|paid|been_paid|been_earning .. now|there|today|at|currently|moment|minute|before|last|$|?|,|over|present|in_your
      `,
    judged: `
      currently|now|presently|only|already on|earns|earning|makes|gets|paid .. #|k|less|more|much|well
      get|have|land|grab|snag him|her|them .. for|on|at .. #|less|cheap|thirty|forty|fifty|sixty|peanuts
      minimum|min_wage|minimum_wage|living_wage .. where|now|currently|there|at_the_moment|so
      bite @theirs|our|your hand|arm
      cheap|cheaply|bargain|low-ball|lowball|steal .. on|earn*|now|currently|salary|since|paid|because|get|offer|adjust
      adjust|lower|drop|cut|trim .. offer|number .. down|because|on|current*
      raise|jump|hike|bump|rise|increase .. from|on|over|already|will_do|would_do|current|happy
      she's|he's|she|he is|'s? on # .. there|now|already|.|,|so`,
    unless: `previous|last|current|former wage|pay|salary run|bill|round|cycle|deal|award|claim|offer|period|date
      offer|appointment letter|letters .. salary|bonus|pay|start
      equal|holiday|sick|maternity|paternity|redundancy|overtime|statutory|notice pay
      the|a|our|your|timed|two-hour take-home|take_home $|.|,|test|task|exercise|project
      trial|trials|shift|shifts .. paid|rate
      a|simple|customer|code|user|data|common|own|knowledge|installed|good base
      company|business|firm|we|it could|would|can|might|will|should earn*
      expecting|expectation|expected|expect .. salary|pay|compensation|earn|rate|package|to
      salary|pay|compensation|rate|package|remuneration|money|figure -? expectation|expectations|range_you_want|requirement|requirements
      you|would|hoping|hope|looking|seeking|aiming|target|desired|ideally|expect|salary would|hoping|hope|want|like|looking|look|seeking|need|aiming|expect|desired|target to|for|salary|a_salary|be_paid|earn|like_to_earn
      you|would .. like|hope|hoping|want|looking|look|aiming|expect|hopes to|for|at
      we|company|our|union|agency|the_role|this_role|the_job|this_job|post|role|it pay|pays|paid|will_pay|offers
      our|the|industry|market|national|local|team's current|present|existing pay|salary|compensation|award|agreement|range|policy|scale|structure|bands
      new|national pay|salary scale|award|agreement|review|range|system|bands|policy|structure|market
      how would|do|did you .. calculate|explain|find|design|run|set|fix|negotiate|reduce|close|audit|benchmark|pay|report|structure|price
      first|new|next|your_first|our payslip|payslips
      payslip|payslips will|come|comes|arrive|arrives|is_on|goes
      payroll|payslip|payslips|pay_run|wages software|system|run|queries|query|app|for_#|of|processing|generator|clerk|portal|template|errors|on_the_portal
      earned value|media|income_tax
      pay attention|off|down|back|for_the|gap|transparency|equity|ratio|and_conditions|on_time|rise_for_everyone|grade_of_this|grade_for|band_for|weekly|weekly_,|monthly
      weekly|monthly|fortnightly pay ,|and
      tax return|returns for|of|software|season|team|clients
      base -? rate|class|case|image|model|line|camp|of|station|layer|knowledge
      rate|rates of|limit|limiter|limiting|how|the|you
      commission of|the|on_sales
      bonus points|scheme|after|for_all|pool
      money laundering|market|markets|transfer|back
      not|never .. ask|need|have_to|required|base|rely|use|want|send .. salary|pay|earn*|payslip*|compensation|get_now|you_get
      made|make .. decision|decisions|sure|mistake|change|difference|mistakes|errors|sense|use|progress|better|worse|faster
      asked|asks|asking for
      wants|expects|hopes
      based on|off? experience|skills|the_role|location|level
      data|spend|costs|revenue|traffic|figures|charges|tickets .. current|currently
      budget|forecast|invoice|invoices`,
  }),
];
