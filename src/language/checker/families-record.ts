/** What people say of the law and of pay without the words of either. */
import { familyOf } from "./group.ts";

/** The rules. */
export const RECORD_FAMILIES = [
  ...familyOf("arrest_conviction", {
    firm: `collar|collars felt
      felt|feel|feels|feeling .. collar|collars
      majesty's|majesties pleasure
      guest|guests of his|her|the|our majesty|crown|state|nation|police|king
      his|her majesty's prison|pleasure|hotel
      did|does|done|doing|got|gets|given|handed|serve|serves|served|serving|copped|drew|spent|gave months|month|years|year|weeks|stretch|time|bird|porridge|life .. for|over a|an|his|the|some|that|stupid? .. @crimes !team|squad|unit|desk|department|investigation*|prevention
      did|done|got|given|served|serving|spent .. months|years|weeks|stretch|bird|porridge .. inside|@custody
      inside of a|any|the? @custody
      seen|see|saw|know|knows|knew|visited|familiar|acquainted .. inside_of|insides|four_walls .. @custody|court
      been|was|were|is|end|ended|ending|landed|spent|spend|gone|sent|put|thrown|thrown_you|kept|sat|woke|wake in|into|to|inside|up_in a|the|any|some? @custody !bars|remand
      night|nights|weekend|week|spell|stint|time in|inside|at a|the|some? @custody
      former|ex|recent|released|discharged|paroled -? prisoners|prisoner|inmates|inmate|convicts|convict|offenders|offender|jailbirds|felons|felon|criminals|criminal|lags|lag
      old|ex - lag|con
      debt|debts to society
      on|onto|on_to the? straight and
      gone|going|go|went straight since|now|after|for_years
      kept|keep|keeps|keeping his|her|your|their nose clean
      nose clean
      foul|afoul of the? law|police
      falling|fell|fallen|fall|run|ran foul|afoul .. law
      foot|toe wrong .. law|police|court
      wrong|other|right side of .. law|police|tracks
      hand|hands|fingers|paw|paws in .. till|register|cookie_jar|petty_cash|tray
      light|sticky -? fingered|fingers
      blue lights|-_light .. you|him|her|door
      @ones .. cuffed|handcuffed|nicked|lifted|pinched|nabbed|collared|lagged|sent_down|banged_up|locked_up|put_away|charge-sheeted|chargesheeted|fingerprinted|mugshotted
      caught|catch|picked_up|beat|beaten|beating|fighting a|the|some|any case|charge|rap|record !study|law|officer|of
      charge -? sheet|sheeted|sheets
      police -? case|verification|clearance|certificate|caution|interview|record|bail|custody|blotter|national_computer .. you|your|him|her|he|she|them|against|pending|before|first|interview|shortlist|clean|apply|anything
      fir|chargesheet|charge-sheet .. you|him|her|against|name|lodged|filed
      good_behaviour|behaviour bond|order
      community payback|service_order|sentence
      suspended sentence
      anger management order|course
      court|criminal|police|legal -? case|matter|proceedings|business|date|trouble|bother|summons .. pending|hanging|against|over_you|over_him|over_her|you|him|her
      got|has|have|with|had|having previous|priors|prior|form|a_past|a_record|a_sheet|a_rap_sheet $|,|.|;|so|and|for|as|from|with|which|that|but|?
      unpleasantness|bother|trouble|business|bit_of_bother|history|scrape|scrapes|misunderstanding|entanglement|issues|incident|brush|encounter with the|any? police|law|guards|gardai|garda|cops|courts|court|authorities|old_bill|feds|sheriff|magistrates|justice
      known to|by the? police|guards|gardai|garda|cops|authorities|law|courts
      charged|accused|arrested|convicted|prosecuted|cautioned|suspected|indicted|tried|found_guilty with|of|for|over anything|something|a_crime|an_offence|any|@crimes
      ever|never|once|ever_once|even_once|previously been? charged|arrested|convicted|prosecuted|cautioned|indicted|jailed|imprisoned|fined|remanded|bailed|locked_up|detained !with_organising|with_leading
      cleared|acquitted|let_off|off_with .. caution|charge|charges|court|jury|warning
      offenders|criminals|crooks|thieves|jailbirds|convicts|felons|ex-cons|thugs|hooligans|gangsters|druggies need_not|not|cannot|please|will|won't|only|unwelcome|are_not|should_not
      no|not_for|nobody|without|keep_out|barred crooks|thieves|jailbirds|convicts|felons|ex-cons|criminals|ex-offenders|offenders|lags|former_prisoners|inmates
      crook|jailbird|gangster|tearaway|hooligan|hoodlum|delinquent|villain|wrong_'un|wrong_un !characters|role
      spotless|clean|unblemished|untarnished|blameless|squeaky-clean character|name|past|copybook|slate|nose|criminal_record|police_record
      blot|stain|smudge|black_mark|mark|blots on|against .. copybook|character|name|record|past|reputation
      plea|plead|pleaded|pled|pleading .. guilty|no_contest|bargain|deal|nolo
      no contest
      record|conviction|charge|case|past .. expunged|sealed|wiped|spent|quashed|overturned|dropped
      jury|judge|magistrate|bench|court .. found|sent|gave|fined|convicted|acquitted|cleared|jailed you|him|her|them|he|she
      stood|stand|standing|been_on|face|faced|facing|awaiting|awaits|await|up_on trial|charges|jury|magistrates|sentencing
      bound over
      on|out_on|released_on|broke|jumped|breached|his|her|your bail|parole|probation|licence_from|remand|tag|curfew|day_release|home_leave !period|with_us
      gang|county_lines|mafia|cartel -? member|past|ties|connections|background|family|links`,
    said: `wild|misspent|troubled|rough|delinquent|colourful youth|years|oats
      steal|stole|stolen|pinch|pinched|nicked|pilfer*|lifted .. from .. boss|employer|work|till|shop|job|you
      banned|ban|disqualified|points|endorsement* .. driving|drive|road|licence|license .. you|your|he|she|ever
      google|internet|search|facebook|papers|local_paper|newspaper|news .. arrest*|court|police|charge*|crime|mugshot|case
      law|police|cops|guards|courts .. caught_up|after|looking_for|knock* .. you|him|her
      past mistakes|sins|misdeeds|crimes|indiscretions
      character certificate|clearance_certificate`,
    judged: `went|sent|been down|inside|away for !with_a_cold
      nicked|done|lifted|busted|banged_up|lagged|stretch|porridge for
      wrong 'un|un`,
    unless: `insurance|claims|customer|client|crime reporter|novel|drama|writer|fiction|statistics`,
  }),
  ...familyOf("pay_history", {
    firm: `clear|cleared|clears|clearing|net|netted|netting|gross|grossed|grossing|pocket|pocketed|pocketing|trouser|trousered|trousering|bank|banked|pulled_in|pulling_in|pull_in|bring_home|brought_home|bringing_home|take_home|took_home|taking_home|draw|drew|drawing .. @tens|# -? @number|@thousands .. last|year|month|with|there|then|now|week|before|overtime|bonus|?|$
      earn|earned|earns|earning|make|made|makes|making|on|getting|gets|got|paid|raking|rake|raked|coining|coined|pulling|pulled .. @haul
      @haul .. at|in|from his|her|their|your|the last|old|previous|current|present|former|bank*|hedge|city|fund|firm|agency|consultancy|job
      @tens - @number|five k|grand|thousand|lakh|lakhs
      @tens|# -? @number? -? k|grand|lakh|lakhs|lpa|quid|thousand .. last|previous|old|former|current|present|now|there|currently|at_his|at_her
      only|just|barely|currently|already|still|merely|presently getting|earning|on|making|gets|earns|makes|clearing|paid|at #|@tens .. now|$|,|.|;|there|at|so|and|as|from
      he|she|they|you is|are|'s only|just|barely|still|currently|already getting|earning|on|making|paid #|@tens
      previous|last|old|former|current|present|existing|your|recent base|basic|commission|ote|earnings|take|wage|wages|stipend|retainer|fee|fees|pay_packet|wage_packet|salary|package|ctc|day_rate|hourly_rate and|& commission|bonus|benefits|base|basic|ote|stock|package|terms|perks|allowances
      what|how_much|whatever he|she|you|they|candidate|applicant took_home|take_home|takes_home|drew|draws|draw|pocketed|cleared|clear|clears|grossed|gross|netted|net|banked|trousered|got_paid|was_paid|were_paid|used_to_get|used_to_earn|used_to_make
      old|previous|former|last|current|present|ex|his|her|your -? paymaster|paymasters|payroll|payroll_people|accounts_department|wages_clerk|wages_office
      rang|rung|ring|called|call|phoned|phone|emailed|email|asked|ask|checked_with|check_with|checking_with|spoke_to|written_to .. employer|employers|boss|company|firm|hr|payroll|paymaster|job|place .. what|how_much|salary|pay|paid|earn*|wage|wages
      without|no|missing|minus|with|include|attach|enclose|bring|show .. last|latest|three|two|six|recent|past|previous .. payslip|payslips|pay_slips|salary_slips|pay_stubs|paystubs|wage_slips|slips
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
      used|accustomed to .. @haul|salary|money|pay|wages
      would|will|he'd|she'd|they'd|can|could bite|snap|jump .. hand|arm|off|at
      bite|biting|bites|snap|snapping .. hand|arm
      get|have|land|hire him|her|them .. cheap|cheaper|cheaply|less|song
      for|going a song`,
    unless: `expected|hoping|expect|looking_for|asking_for|wants|want|target|budget # 
      invoice|invoices|budget|campaign|donation|raised|project|sales|deal|revenue|turnover`,
  }),
];
