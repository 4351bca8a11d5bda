/** Words for one sex, and for sound bodies and minds. */
import { familyOf } from "./group.ts";

/** The rules. */
export const CODED_FAMILIES = [
  ...familyOf("gender_coded", {
    said: `salesgirl|salesgirls|saleslady|salesladies|shopgirl|shopgirls|barmaid|barmaids|tea_lady|dinner_lady|dinner_ladies|cleaning_lady|lollipop_lady|office_girl|office_girls|girl_friday|gal_friday|poster_boy|poster_girl|golden_boy|wonder_boy|boy_scout|tomboy|mumsy|matronly|matron|ladylike|unladylike|girly|girlie|girlish|manly|blokey|blokeish|laddish|laddy|macho|alpha|alphas|motherly|maternal|paternal|fatherly|womanly|homely|hot_stuff|hussy|hysterical|bitchy|bossy-boots|feisty|sassy|ballsy|ballbreaker|ball-breaker|ball_breaker|ballbuster|rockstar|rockstars|rock-star|ninja|ninjas|superhero|superheroes|badass|jedi|warrior|warriors|gladiator|viking|samurai|cowboys|spartan|lone_ranger|big_swinging|swagger|testosterone|brotherhood|bromance|old_boys|boys'_club|lad_culture|work_mum|work_mom|office_mum|office_mom|mother_hen|den_mother|queen_bee|dragon_lady|ice_maiden|wallflower_girl|princess|dolly_bird|eye_candy|housewifely|pretty_face|lovely_face|killer_instinct|wolf|hired_gun|gunslinger|wunderkind_boy|marine-like|man's_man|man_of_steel|king_of_the|craftsman|craftsmen|foreman|foremen|salesman|salesmen|handyman|handymen|chairman|manpower|workmen|workman|tradesmen|tradesman|draughtsman|draughtsmen|repairman|doorman|doormen|groundsman|storeman|storemen|anchorman|barman|barmen|waitress|waitresses|hostess|hostesses|air_hostess|stewardess|seamstress|manageress|headmaster|houseboy|busboy|delivery_boy|errand_boy|cabin_boy|tea_boy|office_boy|maid|maids|housemaid|chambermaid|chambermaids|governess|male_nurse|lady_driver|lady_doctor|lady_boss|woman_driver|girl_boss|girlboss|career_woman|career_girl
      mother|mum|mom of|to|for the|our|us|everyone|team|interns
      work|office|team|house -? mum|mom|mother|wife|husband|dad
      mother|mothering|mothers the|our team|interns|office|juniors|group
      girl|girls|gal|gals|lass|lasses|missy|doll|babe|sweetie|luv|wee_thing|young_thing|little_thing|bubbly_thing|little_lady|young_lady|old_lady|lady|ladies|dame|broad|chick|chicks|damsel !' school|guide|guides|scout|'_team|'_rugby|'_school|'_football|'_fashion|'_shoes|'_day
      boys|lads|lad|bloke|blokes|chap|chaps|fella|fellas|geezer|dude|dudes|bro|bros|fellow|gents|gentleman|gentlemen|guys|guy|men|man|males !of_the|the_phones|'s_clothing|'_clothing|page|pages|-_made|united|utd|city|in_the_middle|hours|-_hours .. only|wanted|needed|preferred|required|need_apply|stuff|night|banter|club
      want|wanted|need|needs|prefer|rather|looking_for|seeking|require|get|hire|after|us|find|like a|an|some|another|two|three|strong|big|proper|nice|good|young? .. guy|bloke|man|lad|fella|chap|woman|girl|lady|lass|gentleman|lads|men|women|girls|ladies|guys|female|male|boys
      too|bit|very|so|not|more|real|proper|much|enough|quite of|much|a|an|of_a? a|an? lady|girl|gentleman|man|woman|bloke|lad|boy|guy|princess|diva|chap|ladylike|manly|girly|macho|laddish|feminine|masculine|motherly|soft_for_a
      for|as a|an woman|girl|man|lady|female|male|bloke|lad|mother|guy !to_lift ... you|he|she|cope|find|feel|in|on|job|work|,|$|this|engineer*|technical|handle|manage|?
      woman|women|female|females|girl|girls|lady|ladies ... cope|too_soft|tougher|emotional|not_cut|cut_out|heavy|all-male|all_male|full_of_men|men_on_site|rough|banter|dirty_work|handle|softer|gentler|better_with|more_caring|naturally|usually|tend|always|nicer|multitask*|listen|detail|on_reception|front_desk|behind_the_bar|good_with_people|bring|brightens|brighten
      woman's|women's|man's|men's|girl's|boy's|lady's|feminine|masculine|female|male|womanly|manly|maternal|motherly|fatherly -? touch|job|work|world|intuition|instinct|perspective_on_things|role|environment|energy|presence|way|charm|side|voice_for|softness|warmth|only|candidate|candidates|applicant|applicants|preferred|required|staff|driver|drivers|receptionist|assistant|secretary|teacher|trainer|dominated|team_needs|cleaner|cleaners|nanny|guard|guards|engineers|engineer|worker|workers|sales|cook|chef|typist|pa|tutor|caller|telecaller|telecallers|accountant|host|model|boss|counsellor|waiting|bar|candidates|model_for|technician|packers|packer|operators|helpers|helper|executive|executives|front
      man|manned|manning|mans|manning_up the|a|our up|desk|phones|fort|booth|stand|stall|barricades|line|pumps|till|reception|switchboard|helpdesk
      best|right|our|key|main|go-to|inside|hatchet|front|middle|company|ideas|money|point|yes|bag|straw|ad man|men for|who|to|in|on|$|,
      grow a pair
      wear|wears the trousers|pants
      one of the boys|lads|guys|girls|chaps
      the|our|these|those|rest_of_the|office|night|all_the|back-office|of boys|lads|girls|guys|gals|ladies|chaps|blokes|fellas|gents !'|who_built|-_only|in_the_under
      bubbly|sweet|lovely|pretty|nice|little|wee|bonny|nurturing|caring|soft-spoken|soft_spoken|gentle|sunny|charming|friendly|cheerful|attractive|well-groomed|smiling|docile|obedient|homely|polite|sexy|hot|mature|young|strong|strapping|burly|tough|big|hardy|proper|good|clever|smart|bright|smashing ,|and wee|little|young|strong? girl|girls|lady|ladies|woman|women|lass|lasses|lad|lads|boy|boys|man|men|bloke|chap|mother|thing|gal|gentleman|mum|mom|fella|guy|guys|blokes|female|females|chaps
      brighten|brightens|brightening up? the|place|up|office|room|our|things|everyone
      nurturing|gentle|tender|motherly|caring|soft|warm-hearted|submissive|compassionate|sensitive|sweet-natured|sweet-tempered|loving|affectionate ,|and|- .. gentle|caring|loving|warm|sensitive|nurturing|soft|hearted|kind|submissive|tender|sweet|homely|soul|spoken|supportive|voice|manner|natured
      nurturing|gentle|motherly|submissive|affectionate|tender-hearted|homely|soft-spoken soul|souls|nature|person|personality|presence|touch|girl|type|individual|manner|hand|woman|heart
      hunter|hunters|shark|sharks|wolves|hustler|hustlers|wizard|wizards|gurus|guru|heavy_hitter|heavy_hitters|big_hitter|big_hitters|big_dog|commando|maverick|mavericks|beast_of|action_man|wheeler-dealer|kingpin|big_boys|wingman !of_setup|setup|install|dialog|of_the_seas
      take|takes|taking no prisoners
      no for an answer
      eat what you
      eats|eat .. breakfast
      toe to toe
      cut -? throat
      hard - charging|driving|nosed|hitting
      killer|fighter|hunter|warrior|winner_takes|alpha instinct|mentality|mindset|spirit
      boys|lads|guys|girls will|night|out|only|club
      s / he
      `,
    wanted: `ladies|girls|men|lads|guys|gentlemen|boys|blokes|females|males with|who|to|aged|for|only|preferred|wanted
      aggressive|aggressively|ruthless|ruthlessly|fearless|relentless|dominant|cut-throat|cutthroat|combative|hypercompetitive|fiercely_competitive|hyper-competitive|bloodthirsty|battle-hardened|take-no-prisoners|hard-charging|hard-hitting|hard-nosed|bullish|macho|swashbuckling|predatory|thick-skinned|hard-driving !caching|timeline|growth_target|schedule|deadline|deadlines|pruning|treatment|dog|behaviour|customers|callers|patients|prioritisation|tumour|cuts|cost|pricing
      dominate|dominates|dominating|dominant|crush|crushes|crushing|destroy|conquer|conquers|smash|smashes|annihilate|slay|slays|obliterate|kill|kills|killing|decimate|murder|beat|hammer|steamroller|bulldoze|slaughter it|the_competition|competition|market|competitors|targets|quota|rivals|everyone|opponents|your_targets|every_target|deals|your_numbers|sales|the_opposition|quotas|their_targets|goals|leads`,
    judged: `girl|lass|lady|gal|wee_thing|bubbly|pretty|smile|smiles|smiling|sweet|maternal|motherly|feminine|ladylike .. front_desk|reception|place|office|lads|clients|customers|girl|thing|lady|team|around|lovely|bit_more
      should|could|to|must|never|needs_to smile more
      smile more|a_bit_more|a_little_more
      too|bit|very|rather|quite|so soft|emotional|bossy|aggressive|abrasive|shrill|hysterical|pretty|nice .. for_a_man|for_a_woman|for_a_girl|for_a_bloke|woman|girl|lady|man|bloke
      man|woman|girl|bloke up|enough
      `,
    unless: `you|your ... he|she|his|her|him
      he|she|his|her|him ... you|your
      male|female and|or|,|/ female|male
      girls|boys|ladies|women|men|lads|gents '
      girls'|boys'|women's|men's|ladies'
      use|used|using|with|via|run|and ninja
      women's|men's|girls|boys|ladies|mens|womens|gents '|'s|health|clothing|shoes|rugby|football|school|refuge|ward|team|network|fashion|cricket|toilets|toilet|wear|hockey|changing|cut|range|prison|institute|aid|football_team|golf|u16|under|choir
      women's refuge|health|shelter|aid|network|football|prison|team|rugby|clothing|institute|charity|services|league|cricket
      menswear|womenswear|ladies'_shoes|ladieswear
      ninja build|builds|cmake|as_the_build|as_a_build|and_cmake|file|files|backend|template*
      cmake and ninja
      wizard|dialog of|setup|install|step|steps|flow|page|form|screen|for
      alpha release|version|channel|test|testing|build|centauri|phase|beta|value|particle|level
      , alpha|beta
      man page|pages|-_machine|-_in_-_the|in_the_middle|united|utd|booker|city_council|-_made
      all|any|every|both|other|of_all gender|genders|sexes
      welcome|encourage|encourages women|applications|men
      women in|into|and_men|returners|on_boards|from|who_are|engineers_network|are_under|are_underrep*
      women who are
      men and women|boys
      women|girls and men|boys
      male|female|men|women patients|patient|ward|wards|prisoners|customers|clients|users|service|residents|students|pupils|to_female|connector|connectors|plug|voices_in_the|offenders|ratio|readers|audience
      ms|mrs|mr|dr|miss ... she|he|his|her|him
      our|your|the recruiter|colleague|founder|ceo|chair|interviewer|interviewers ... he|she|him|her|his
      or she|her|hers|he|him
      she|he|her|him ,|/|or her|him|he|she|they|them
      he or she
      his or her
      they or
      aggressive|fearless|relentless caching|timeline|growth_target|schedule|deadlines|pruning|treatment|customers|callers|patients|behaviour
      deal|dealing|handle|handling|calm|calming|de-escalat* .. aggressive
      competitive salary|pay|benefits|rates|package|tender|analysis|exam
      gentle|caring|sensitive|tender introduction|data|document|process|documents|information|tenders|home|homes|role_of|profession
      sensitive data|information|documents|personal
      care home|homes|worker|workers
      wait staff
      mechanical|turk turk
      chairman|ombudsman of|service
      maid of|marian
      smile telecoms|direct
      hunter valley|boots|street|'s_moon|gatherer
      wolf hall|research|sanctuary|packs
      killer whale|whales|app|feature|query|sudoku
      craftsman tools|house
      rock star games
      destroy|kill|kills|killing the|a|it process|processes|job|container|pod|query|session|the_process|zombie|switch|old
      -9`,
  }),
  ...familyOf("ability_coded", {
    said: `crazy|insane|insanely|maniac|maniacs|maniacal|maniacally|lunatic|lunatics|madhouse|mad_house|madman|madness|nuts|bonkers|bananas|loony|loonies|nutter|nutters|nutcase|nutjob|psycho|psychos|psychopath|psychotic|schizo|schizophrenic|spaz|spastic|retard|retarded|moron|moronic|imbecile|idiot|idiots|idiotic|cretin|cripple|crippled|crippling|lame|lamest|demented|deranged|unhinged|delusional|headcase|head_case|basket_case|basketcase|brain-dead|brain_dead|braindead|tone-deaf|tone_deaf|deaf_ears|blind_spot|blind_spots|blindsided|midget|midgets|dwarf|mong|mongol|derp|derpy|dumb|feeble-minded|window-licker|short-bus|hysterics|autistic|aspie|bipolar|spazz|wacko|whacko|wacky_races|vegetable|barmy|crackers|potty|daft|loopy|batty|barking_mad|barking|mental_asylum|asylum|funny_farm|straitjacket|straightjacket|padded_cell|looney|dingbat|certifiable|stark_raving|raving|off_his_rocker|off_her_rocker|off_their_rocker|off_his_head|off_her_head|screw_loose|lost_the_plot|paralysed_by|paralyzed_by|handicapped|handicap|able-bodied|able_-_bodied|ablebodied|able_bodied|wheelchair-bound|wheelchair_-_bound|cray|cray-cray|psychobabble|spacker|slow-witted|dimwitted|half-wit|halfwit|nutso|nutty|kooky|cuckoo|bipolar-ish !egg|bread|about_the_only|for_bolts
      mental|mad|nuts|bananas|insane|bonkers|crazy !health|model|models|arithmetic|maths|load|note|illness|hospital|capacity|wellbeing|well-being|breakdown|age|picture|image|disorder|disorders|asylum|cow|hatter|libs|men|max .. week|day|month|hours|here|pace|busy|rush|quarter|time|schedule|deadline|weekend|place|office|people|ride|amount|number|about|for|around|$|,|!|.|sorry|lot|keen
      been|go|goes|went|gone|going|gets|get|it's|is|bit|slightly|absolutely|completely|totally|drive|drives|drove|driving|a|utterly|proper .. mental|postal|mad|nuts|crazy|bananas|insane|bonkers|ape|loopy|barmy|crackers !health|model
      we're|we|all|everyone|little|slightly|bit|delightfully|gloriously|wonderfully|good_kind_of a? .. mad|bonkers|crazy|nuts|loopy|bananas|mental|loony|barmy|unhinged !cow
      mad|nuts|bonkers|crazy enough|about|for_it|skills|hours|pace|rush|busy|good|here|dash|house|scramble|season
      ocd|adhd|ptsd|bipolar|autistic|schizo*|dyslexic|alzheimer's|dementia|tourette*|add|anorexic|anal .. about|moment|moments|like|brain|so|a_bit|with_the|kicks|episode|mode|attack|level|levels|tendencies|streak|way|over|when_it|on_the|with|side
      a|bit|bit_of|little|total|totally|so|like|acts_like|such|slightly|kind_of|almost|such_an|is|touch_of|borderline|my|our|practically|being|near|inner|gets|got|gone|has|have|having|need|needs|healthy a? ocd|adhd|bipolar|autistic|schizo*|dyslexic|psychotic|manic|aspie|spectrum|aspergers|asperger's|tourettes|schizophrenic|alzheimer's|dementia|ptsd|blind|deaf|dumb|lame|mute|anorexic|spastic|demented|paranoid !auction|users|to_customers
      deaf|blind|dumb to|and_dumb|on_the_issue|ears
      turn|turned|turns|turning a blind|deaf
      ears|ear .. deaf
      fall|fell|falls|falling|fallen on deaf
      the blind|lame|crippled leading
      confined|bound|restricted to a|his|her wheelchair
      suffers|suffering|suffered|afflicted|afflict*|stricken|victim|victims with|from|of .. disability|disabilities|autism|ms|polio|stroke|blindness|deafness|dyslexia|down*|cerebral|a_stammer
      cripple|crippling|crippled by|the|workload|deadlines|debt|delay|perfectionis*|schedule
      sound|able|fit|whole|healthy|strong|perfect|able-bodied of|in|- ?  body|mind|limb|wind|and_mind|bodied
      sound|of_sound|healthy|fit|sane mind|body|mind_in
      of sound|good|able|clean|strong mind|body|limb|constitution
      see|hear|speak|talk .. unaided|normally|without_aids|without_glasses|without_difficulty
      stand|standing|walk|walking|sit|climb|climbing|run|running|bend|kneel|crouch|stoop|squat|on_your_feet|two_feet|feet .. all_day|whole_day|unaided|unassisted|without_help|without_aids|without_aid|entire_shift|whole_shift|eight_hours|long_periods|hours_on_end|clearly|normally|without_difficulty|for_hours|without_assistance|without_glasses|comfortably|properly|stairs|a_full_shift|the_full !ward|patients|boxes
      must|should|need|needs|required|able|has_to|have_to to? be? able? to? see|hear|walk|stand|speak|talk|climb|run|lift|sit|use_both|bend|kneel|have_full|climb_stairs !to_customers|to_clients|german|english|french|how|the_need|what|why|to|with_the|about|at_events|opportunit*|and_sell|patterns|beyond
      both|two|all good|working|healthy|strong|functioning? legs|hands|arms|eyes|ears|limbs|hands_and
      use of .. both|limbs|hands|legs|arms|fingers
      physically|bodily|mentally fit|strong|robust|able|active|tough|sound|sharp|capable|stable|resilient|perfect|agile|strong_and|in
      mental|physical|nervous|emotional toughness|robustness|fortitude|stamina|fitness|resilience|agility|strength|soundness|constitution .. must|required|needed|essential|$|,|and|.
      mentally|emotionally stable|strong|tough|robust|balanced|resilient|sound
      fit ,|and healthy|well|strong|active|able|young|energetic|able-bodied|agile
      no|without|free_of|free_from physical limitations|impairments|impairment|restrictions|defects|disabilities|handicaps|weakness*
      full|clean|valid|own|current driving|driver's|drivers licence|license|car .. desk|office|remote|developer|analyst|writer|editor|editing|home-based|desk-based|accountant|designer|copywriter|home
      driving|driver's licence|license ... desk|office|remote|developer|analyst|writer|editor|home|desk-based|data|software|accounts|accountant
      desk|desk-based|office|office-based|remote|computer|home-based|phone|typing|keyboard|call_centre|screen-based|admin|clerical|data_entry|editing|copywriter|developer|software ... walk|stand|climb|lift|stairs|hearing|eyesight|vision|legs|fit|driv*|physically|able-bodied|healthy|carry|unaided|on_your_feet|run|agile|stamina
      stand-up|stand_-_up job|role|guy|person|chap
      stand - ups are for
      can't|cannot|not|never sit still
      not right|all_there|quite_right in|there|the_head|upstairs
      sane|insane|sanity_required|sanity_optional|sanity_not
      brain -? dead|damage|damaged|cells_to
      neurotypical|neuro-typical
      hypersensitive|thin-skinned snowflake*
      suffers|suffer fools
      walks|walking|walk wounded
      gone|go|goes|going walkabout|spare|doolally
      out of @theirs|your|our mind|minds|tree|tiny_mind`,
    judged: `bit|little|touch|slightly|quite|proper|borderline|kind_of|sort_of|full|very|so|such|total of|an|a|on? .. ocd|autistic|adhd|bipolar|psycho|schizo|spectrum|aspergers|asperger's|manic|mental|nutter|loon|basket
      acts|act|behaves|behaved|talks|talk|comes_across|went|goes|is|looked|wrote|rambled like|as|a|full? .. bipolar|autistic|drunk|psycho|madman|maniac|schizo*|lunatic|idiot|moron|spaz|crazy|mental|retard|special
      `,
    unless: `what|which|that|everything is special
      crazy egg|golf
      able seaman
      nurses|nursing|ward|wards|warehouse|porter|porters|postal|courier|couriers|firefighter|firefighters|roofer|roofers|scaffolder|labourer|loading|unloading|farm|kitchen|factory|lifeguard|climber|arborist|tree_surgeon|rigger|removals|construction|site_operative|dancer|fitness_instructor|gardener|driver|drivers|delivery|courier|mountain|diver|ladder
      double -? blind
      blind user|users|trial|trials|review|reviewing|people|tasting|cv|date|study|peer|test|tested|auction|marking|screening|and_partially|veterans|children|customers|pupils|students|copy|carbon|cvs|hiring|hire|taste|recruitment
      blinds
      deaf users|people|pupils|children|customers|viewers|community|community's|studies|awareness
      for|with|by|to|of blind|deaf|autistic|dyslexic|disabled|bipolar users|people|pupils|children|customers|adults|patients|readers|and|learners
      wheelchair users|access|basketball|accessible|user|ramp|space
      invalid input|token|state|request|date|json|value|parameter
      nuts and|,|& bolts|screws|seeds
      lame duck
      idiot -? proof
      sanity check|checks|checked|test|tests
      we support|provide
      dumb terminal|pipe|waiter|down
      postal service|code|address|workers|strike
      walk us|me|through|him|them|a_client|a_new|the_client|clients
      walk|walked from the
      mental health|load|model|models|note|arithmetic|maths|wellbeing
      daily|morning|weekly|team|10-minute|ten-minute|15-minute|short|async|every|run|runs|ran -? stand-up|standup|stand_-_up|stand-ups|stand_-_ups
      stand -? ups are short
      stand up for|to|a|the|comedian|comedy|server|environment
      color|colour -? blind
      asylum seekers|seeker|claims|hearings|appeal|law|cases|support|hearing
      boxes|crates|parcels|patients|sacks|pallets|luggage|equipment|furniture|kegs|mail|bags
      as the unloading
      vegetable|vegetables stock|garden|oil|aisle|market|box|boxes|grower|soup|plot|patch|prep|suppliers|stall
      mad cow|dog|max|hatter|men
      manic street
      cracker|crackers and
      crippled|lame horse
      paralysed|paralyzed patients
      race horse|-_horse
      horse racing|riding|trainer
      head|brain injury
      sound of|engineer|system|check|card|quality|design|designer|reasoning|judgement|argument|idea|plan|recordist|financial|knowledge|advice
      colour|color vision test
      garden|gardens|horse|stable
      dwarf planet|wheat|planets
      off -? site
      bananas ,|and
      vision|sight statement|for|of
      dementia|autism|adhd|dyslexia|bipolar friendly|care|ward|support|unit|charity|research|screening|assessment|patients
      blind -? spot mirror|detection|monitor*|sensor*`,
  }),
];
