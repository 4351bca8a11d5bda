/** What people say of the law and of pay without the words of either. */
import { familyOf } from "./group.ts";

/** The rules. */
export const RECORD_FAMILIES = [
  ...familyOf("arrest_conviction", {
    firm: `done|did|doing|does|do|served your|his|her|any|some|hard? porridge|bird|stir|chokey
      file|dossier|folder on|about him|her|you|them .. police|station|garda|street|guards|barracks|scotland
      phone call .. cells|cell|custody|jail|nick|station
      one phone call
      prison|jail|borstal ink|tattoo|tattoos|pallor|dots
      cutting|clipping|article|piece .. court|arrest*|trial|conviction|charge
      licence|license|passport .. taken|revoked|suspended|confiscated|withdrawn|endorsed|pulled|lost .. you|off|ever|court|police|drink|?
      lost|lose|surrender|surrendered|forfeit|forfeited your|his|her|a licence|license|driving_licence .. ?|drink|court|police|ever|ban|over|for
      dbs|crb|background|police|criminal|vetting|garda_vetting -? check? throw|show|turn|bring|flag|reveal|find|produce .. surprises|anything|up|problem|nasties
      would|will|might|does|did a|the|your|our|any? dbs|crb|background_check|police_check|vetting|google .. throw|show|turn|bring|flag|reveal|find|surprises|anything
      surprises|nasties|shocks|skeletons .. dbs|check|record|vetting|background
      nick|nicked|pinch|pinched|shoplift|shoplifted|rob|robbed|lift|lifted anything|something|sweets|stuff|a_car|cars|from_a_shop
      drugs|drug|theft|fraud|assault|violence|driving|sex|firearms|public_order|cannabis|weapons conviction|convictions|charge|charges|caution|bust|arrest|offence|rap|record
      had|have|has|haul|hauled up for|before|in_court
      community service|payback|order|punishment .. for|got|given|did|hours
      got|get|given|received|did|served|handed a|an|his|her|some|two|the? .. community_service|suspended_sentence|fine_for|caution|conditional_discharge|probation|tag|curfew|prison|custodial|jail
      persons|people|anyone|applicants|candidates|those|nobody with|having .. arrest|arrests|conviction|convictions|record|charges|caution|cautions|offences|previous
      tick|declare|list|state|disclose|confirm|tell|mention|say .. court|judge|magistrate|arrest|arrests|arrested|convict*|charge|charges|caution*|police|bail|prison|offen*
      found|find|saw|turned_up|came_across|discovered|uncovered|shows|showed|revealed|flagged|threw_up|brought_up|came_up_with a|an|the|some|your|his|her|any|old? .. charge|charges|conviction|convictions|arrest|arrests|mugshot|court_case|caution|shoplifting|assault|affray|theft_charge|drink-driving
      anything|something|nothing|blemishes|marks|surprises on|in your|his|her|the sheet|record|slate|past|copybook|rap_sheet|file|licence
      points|bans|ban|endorsements|fines|prosecutions .. or_worse|on_your_licence|you_had|ever|you|licence
      police|boys_in_blue|thin_blue_line|constabulary|guards|gardai|cops|bobbies|detectives|cid|fbi|sheriff .. ever|cause|occasion|reason|knock|call|visit|interest|interview*|question*|take|took|stop*|pull* .. you|your|him|his|her
      boys|men|lads in blue|uniform .. you|your|ever|called
      fingerprint|fingerprints|fingerprinted|mugshot|mug_shot|breathalysed|breathalyzed .. you|your|his|her|taken|police|ever
      take|taken|took|has|have|give|gave your|his|her fingerprints|prints|mugshot
      solicitor|lawyer|duty_solicitor|attorney .. police_station|custody|cell|station .. call|ever|had
      ever|have|had|did|has|you .. call|ring|need|hire|phone a|your|the|duty solicitor|lawyer|attorney|bail_bondsman|barrister .. police|station|yourself|arrest*|charge*|trouble|middle
      judge|magistrate|sheriff|bench .. ever|had_to .. you|him|her|speak|see|lecture|fine
      name|names|picture|face .. court|crime|police|papers_for|front_page_for|local_rag_for|wanted_poster
      ankle|electronic tag|tags|bracelet|monitor
      worn|wore|wearing|wear an|the|a|his? .. tag|ankle_tag|handcuffs|cuffs|prison_clothes|stripes|orange_jumpsuit|bracelet
      been|was|were|she's|he's up|inside|sent_down|had_up herself|himself|before_the|twice|once
      past .. gap|wandsworth|prison|jail|inside|law|court
      cv .. wandsworth|prison|inside|sentence|jail|custody
      previous|criminal|shady|chequered form|history|life|life_of_crime|associates|family_connections
      little bird .. time|prison|arrest*|court|police
      collar|collars felt
      felt|feel|feels|feeling .. collar|collars
      majesty's|majesties pleasure
      guest|guests of his|her|the|our majesty|crown|state|nation|police|king
      his|her majesty's prison|pleasure|hotel
      did|does|done|doing|got|gets|given|handed|serve|serves|served|serving|copped|drew|spent|gave months|month|years|year|weeks|stretch|time|bird|porridge|life .. for|over a|an|his|the|some|that|stupid? .. @crimes !team|squad|unit|desk|department|investigation*|prevention
      did|done|got|given|served|serving|spent .. months|years|weeks|stretch|bird|porridge .. inside|@custody
      inside of a|any|the? @custody
      seen|see|saw|know|knows|knew|visited|familiar|acquainted .. inside_of|insides|four_walls .. @custody|court
      night|nights|weekend|week|spell|stint|time in|inside|at a|the|some? @custody
      former|ex|recent|released|discharged|paroled -? prisoners|prisoner|inmates|inmate|convicts|convict|offenders|offender|jailbirds|felons|felon|criminals|criminal|lags|lag
      old|ex - lag|con
      debt|debts to society
      on|onto|on_to the? straight and
      gone|going|go|went straight since|now|after|for_years
      kept|keep|keeps|keeping his|her|your|their nose clean
      nose clean
      foot|toe wrong .. law|police|court
      wrong|other|right side of .. law|police|tracks
      hand|hands|fingers|paw|paws in .. till|register|cookie_jar|petty_cash|tray
      blue lights|-_light .. you|him|her|door
      @ones .. cuffed|handcuffed|nicked|lifted|pinched|nabbed|collared|lagged|sent_down|banged_up|locked_up|put_away|charge-sheeted|chargesheeted|fingerprinted|mugshotted
      caught|catch|picked_up|beat|beaten|beating|fighting a|the|some|any case|charge|rap|record !study|law|officer|of
      charge-sheeted|chargesheeted|chargesheet
      police -? case|verification|clearance|certificate|caution|interview|record|bail|custody|blotter|national_computer .. you|your|him|her|he|she|them|against|pending|before|first|interview|shortlist|clean|apply|anything
      fir|chargesheet|charge-sheet .. you|him|her|against|name|lodged|filed
      good_behaviour|behaviour bond|order
      community payback|service_order|sentence
      suspended sentence
      anger management order|course
      court|criminal|police|legal -? case|matter|proceedings|business|date|trouble|bother|summons .. pending|hanging|against|over_you|over_him|over_her|you|him|her
      got|has|have|had|having previous|priors|prior|form|a_past|a_record|a_sheet|a_rap_sheet $|,|.|;|so|and|for|as|from|with|which|that|but|?
      unpleasantness|bother|trouble|business|bit_of_bother|history|scrape|scrapes|misunderstanding|entanglement|issues|incident|brush|encounter with the|any? police|law|guards|gardai|garda|cops|courts|court|authorities|old_bill|feds|sheriff|magistrates|justice
      known to|by the? police|guards|gardai|garda|cops|authorities|law|courts
      charged|accused|arrested|convicted|prosecuted|cautioned|suspected|indicted|tried|found_guilty with|of|for|over anything|something|a_crime|an_offence|any|@crimes
      ever|never|once|ever_once|even_once|previously been? charged|arrested|convicted|prosecuted|cautioned|indicted|jailed|imprisoned|fined|remanded|bailed|locked_up|detained !with_organising|with_leading
      offenders|criminals|crooks|thieves|jailbirds|convicts|felons|ex-cons|thugs|hooligans|gangsters|druggies need_not|not|cannot|please|will|won't|only|unwelcome|are_not|should_not
      no|not_for|nobody|without|keep_out|barred crooks|thieves|jailbirds|convicts|felons|ex-cons|criminals|ex-offenders|offenders|lags|former_prisoners|inmates
      spotless|clean|unblemished|untarnished|blameless|squeaky-clean character|name|past|copybook|slate|nose|criminal_record|police_record
      plea|plead|pleaded|pled|pleading .. guilty|no_contest|bargain|deal|nolo
      no contest
      record|conviction|charge|case|past .. expunged|sealed|wiped|spent|quashed|overturned|dropped
      stood|stand|standing|been_on|face|faced|facing|awaiting|awaits|await|up_on trial|charges|jury|magistrates|sentencing
      gang|county_lines|mafia|cartel -? member|past|ties|connections|background|family|links`,
    said: `wild|misspent|troubled|rough|delinquent|colourful youth|years|oats
      steal|stole|stolen|pinch|pinched|nicked|pilfer*|lifted .. from .. boss|employer|work|till|shop|job|you
      banned|ban|disqualified|points|endorsement* .. driving|drive|road|licence|license .. you|your|he|she|ever
      google|internet|search|facebook|papers|local_paper|newspaper|news .. arrest*|court|police|charge*|crime|mugshot|case
      past mistakes|sins|misdeeds|crimes|indiscretions
      character certificate|clearance_certificate`,
    judged: `went|sent|been down|inside|away for !with_a_cold
      nicked|done|lifted|busted|banged_up|lagged|stretch|porridge for
      wrong 'un|un`,
    unless: `insurance|claims|customer|client|crime reporter|novel|drama|writer|fiction|statistics`,
  }),
  ...familyOf("pay_history", {
    firm: `well|better|badly|handsomely|poorly|overly|highly paid|rewarded|remunerated|looked_after .. in|at|by the|his|her|your|their|city|a|last|old .. won't|not|like|rates|never|laugh|our|we|now|?
      our|these|the rates|wages|money|scale|band|pay .. laugh|insult|peanuts|joke|drop|like|come_down .. used|city|last|after|from
      how much .. walk|walked|go|went|come|came away|home|out
      start|started|put|begin|began|have|had|keep|kept you|him|her on .. ?|#|what|k|@tens|salary|less|more
      what .. start|started|put|begin|have|had you|him|her on ?|there|at|then|now
      when|how_often|last|ever .. get|got|had|given|receive a|an|your|the|any? .. rise|raise|increment|hike|pay_rise|bump
      making|earning|on|paid|getting|earned|earns|makes twice|double|half|triple|three_times|way_more_than|far_more_than|less_than that|this|ours|what|as|our
      day_rate|hourly_rate|daily_rate|rate|fee|fees|retainer on|at|for|with|in your|the|his|her last|previous|current|present|final
      ballpark|region|neighbourhood|bracket|range|area as|of .. present|current|last|existing|now
      proof|evidence|confirmation|letter of current|present|past|previous|last|your|existing|prior? .. earnings|salary|income|pay|wages|remuneration
      above|below|over|under|north_of|south_of|near|nearer|more_than|less_than @tens|# .. at_the_minute|at_the_moment|at_present|now|currently|today|there|just_now !days|people
      what|how_much is|'s|was|were|are your fixed|variable|fixed_and_variable|in-hand|basic|pay_scale|emoluments|remuneration|retainer|gross|net|monthly_package|annual_package
      present|current|last|previous|existing|drawn|latest|total emoluments|emolument|fixed|variable|stipend|retainer|honorarium|perquisites|takings|tips|wage_packet|fixed_and_variable
      fixed and|plus|& variable
      commission|bonus|tips|overtime|piecework|tronc|ote|rsus|equity .. what_did|how_much|come_to|amount|worth_to_you|get|there|last|make|and_what
      takes|take|took|taking home|- home .. month|week|year|a|#
      let_slip|mentioned|admitted|told_me|said|revealed|hinted|letting_on .. takes_home|on|earns|earning|salary|paid|pays|gets|makes|getting|making|wage .. month|year|k|now|#|@tens|grand|two|three|current|there|a_week
      on # at|with|there|in|for .. so|should|ought|would|will|#|,
      on # k? at|there|with|over|now|already|currently|in_her|in_his
      # at|with .. so #
      what|how_much .. last|previous|old|former|current|present .. gave|give|gives|giving|paid|pay|pays|paying|threw|slipped|hand|handed|shelled_out|offered|coughed_up|stand|stood .. you|week|month|hour|$|?|before
      what|how_much did|do|does|were|was|are the|your|they|that|each|it last|previous|old|farmer|family|agency|people|garage|bank|shop|school|club|council|boss|place|lot|others|crowd|home? .. giving_you|give_you|pay_you|paying_you|gave_you|hand_you|paid_you
      what|how_much|whatever you|he|she|they earned|were_earning|were_paid|was_paid|got_paid|got_there|drew|took_home|were_on|had_been_on|was_on|made .. at|there|before|last|in_your|with|when|for_the|council|previously|then
      what|how_much each|any|all of? your|the .. posts|jobs|roles|positions|employers|contracts .. paid|pays|pay|earned
      what|how_much you make|earn|get|bring_in|pull_in|are_on|'re_on|clear .. in|at|now|but|there|and|?|currently|so|today|,
      ask|asking|tell|know|say|learn|share|confirm|disclose what|how_much .. you|your .. make|earn|get|on|paid|clear|bring_in|salary|wage|package|drawing
      finish|finished|start|started|end|ended|top|topped|leave|left on|out|with|at what|how_much|which_salary
      what|how_much .. finish|finished|start|started|leave|left|end|ended|top_out on at|with|in|the|when
      cash in hand|brown_envelope|under_the_table .. give|gave|paid|get|week
      figure|number|amount .. volunteer|disclose
      overpaid|underpaid|well-paid|badly-paid|over-paid|under-paid where|at|there|in|for|now|already|currently
      last|current|present|old|previous wage|salary|pay|package|wages .. joke|pittance|insult|low|high|generous|excessive|laughable|peanuts|go_low|so_we|so_offer|match
      gets|get|earns|earn|makes|paid|on more|less than .. our|us|we|the_head|the_boss|the_manager|anyone|most|that|this !time|calls
      clear|cleared|clears|clearing|net|netted|netting|gross|grossed|grossing|pocket|pocketed|pocketing|trouser|trousered|trousering|bank|banked|pulled_in|pulling_in|pull_in|bring_home|brought_home|bringing_home|take_home|took_home|taking_home|draw|drew|drawing .. @tens|# -? @number|@thousands .. last|year|month|with|there|then|now|week|before|overtime|bonus|?|$
      earn|earned|earns|earning|make|made|makes|making|on|getting|gets|got|paid|raking|rake|raked|coining|coined|pulling|pulled .. @haul
      @haul .. at|in|from his|her|their|your|the last|old|previous|current|present|former|bank*|hedge|city|fund|firm|agency|consultancy|job
      @tens - @number|five k|grand|thousand|lakh|lakhs
      @tens|# -? @number? -? k|grand|lakh|lakhs|lpa|quid|thousand .. last|previous|old|former|current|present|now|there|currently|at_his|at_her
      only|just|barely|currently|already|still|merely|presently getting|earning|on|making|gets|earns|makes|clearing|paid|at #|@tens .. now|$|,|.|;|there|at|so|and|as|from
      he|she|they|you is|are|'s only|just|barely|still|currently|already getting|earning|on|making|paid #|@tens
      previous|last|old|former|current|present|existing|your|recent base|basic|commission|ote|earnings|take|wage|wages|stipend|retainer|fee|fees|pay_packet|wage_packet|salary|package|ctc|day_rate|hourly_rate and|& commission|bonus|benefits|base|basic|ote|stock|package|terms|perks|allowances
      what|how_much|whatever he|she|you|they|candidate|applicant took_home|take_home|takes_home|drew|draws|draw|pocketed|cleared|clear|clears|grossed|gross|netted|net|banked|trousered|got_paid|was_paid|were_paid|used_to_get|used_to_earn|used_to_make
      rang|rung|ring|called|call|phoned|phone|emailed|email|asked|ask|checked_with|check_with|checking_with|spoke_to|written_to .. employer|employers|boss|company|firm|hr|payroll|paymaster|job|place .. what|how_much|salary|pay|paid|earn*|wage|wages
      without|no|missing|minus|with|include|attach|enclose|bring|show .. last|latest|three|two|six|recent|past|previous .. payslip|payslips|pay_slips|salary_slips|pay_stubs|paystubs|wage_slips
      form_16|form16|p60|p60s|w-2s|t4|itr|offer_and_relieving|relieving_letter_with|bank_statement|bank_statements .. salary|pay|income|payslip*|last|latest|please|before|your|three
      fitment .. last|current|ctc|salary
      notch|bump|step|hike|percentage|percent|% on|over|up_on|above .. your|his|her last|current|present|what|existing|old
      keep|kept|living|live on .. teacher's|nurse's|clerk's|apprentice's money|wage|wages|pay|salary
      stay|settle|come|survive|last|work .. on|for our|this|that|teacher's|nurse's|our_sort_of|public_sector|charity money|wages|pay|salary|wage`,
    said: `how|what .. treating|looking_after|rewarding|rewarded .. you financially|moneywise|paywise
      what kind|sort of .. money|salary|wage|pay|package|figures .. you|your|he|she .. on|now|getting|earn*|make|making|used
      paid|pay|wage|salary ... enough|fairly|properly|well .. where_you|there|now|at_the_moment
      leave|leaving|give_up|giving_up|walk_away|walking_away .. on_the_table|behind|from .. bonus|money|pay|package|salary
      worth|value .. to_them|there|now .. you|your
      top|bottom|middle of .. scale|band|grade .. you|your|there|already
      reached|sitting|stuck|placed at|on .. spine_point|pay_point|increment|band|grade .. you|your|now
      your last|previous|current|present|final|old drawn|wages|wage_packet|pay_packet|stipend|rates|fee|fees|retainer|bonus|increment|hike|raise|day_rate
      what your|his|her .. day_rate|hourly_rate|wage|stipend|retainer .. was|were|is_now|has_been
      breakdown|details|particulars|history of .. salary|pay|earnings|wages|ctc|remuneration|package|compensation`,
    judged: `bit|little|too|far rich|dear|pricey|expensive|steep|costly for .. salary|us|a|an|our|#|what
      pay|salary|wage|money cut|drop .. would|take|if|him|her
      pay_cut|drop_in_pay|cut_in_pay
      on|earning|getting @haul
      would|will|he'd|she'd|they'd|can|could bite|snap|jump .. hand|arm|off|at
      bite|biting|bites|snap|snapping .. hand|arm
      get|have|land|hire him|her|them .. cheap|cheaper|cheaply|less|song
      `,
    unless: `expected|hoping|expect|looking_for|asking_for|wants|want|target|budget # 
      invoice|invoices|budget|campaign|donation|raised|project|sales|deal|revenue|turnover`,
  }),
];
