/** Likeness and verdicts, told to people themselves or asked of whom is wanted. */
import { familyOf } from "./group.ts";

/** Words of the work, which a judging word may describe instead of people. */
const WORK = `answer|answers|example|examples|question|questions|design|plan|plans|solution|solutions|approach|case|point|points|code|idea|ideas|query|part|way|email|message|talk|presentation|slides|evidence|test|tests|task|tasks|topic|start|area|section|report|letter|argument|reasoning|structure|summary|script|cv|portfolio|explanation|customer|customers|client|clients|caller|callers|guest|guests|patient|patients|pupil|pupils|supplier|problem|situation|conversation|conversations|bug|deadline|numbers|writing|notes|work|knowledge|detail|result|score|choice|call|pitch|essay|sample|exercise|page|contract|meter|data|fix|copy|password|launch|water|food|room|office|desk|light|calendar|enough|on|about|with|to|when|by|in|of|for|at|if`;

const SAID =
  "told|call|called|calls|say|says|said|think|thinks|thought|reckon|reckons|feel|felt|found|find|finds|consider|considered|describe|described|judged|deemed|rated|agreed|mentioned|wrote|writes|hear|heard|seems|decided";

/** Words that judge a person in any text, and say nothing of the work. */
const GRAVE = `arrogant|abrasive|timid|insecure|bossy|cocky|smug|conceited|pompous|vain|aloof|shy|introverted|extroverted|introvert|extrovert|neurotic|needy|clingy|moody|sulky|grumpy|surly|sullen|stubborn|pig-headed|bull-headed|headstrong|bolshy|lazy|idle|workshy|work-shy|feckless|spineless|gutless|wet|meek|mousy|docile|submissive|passive|pushy|brash|brusque|prickly|touchy|tetchy|volatile|hot-headed|hotheaded|highly_strung|high-strung|high-maintenance|overbearing|domineering|controlling|manipulative|narcissistic|self-centred|self-centered|self-absorbed|selfish|entitled|spoilt|spoiled|immature|childish|childlike|boring|dull|bland|beige|wooden|charmless|charming|charismatic|likeable|likable|unlikeable|lovable|adorable|bubbly|sunny|sparky|feisty|sassy|gobby|mouthy|loudmouthed|two-faced|sly|shifty|sneaky|untrustworthy|dishonest|weird|odd|eccentric|oddball|creepy|stuck-up|snobbish|snobby|toffee-nosed|stand-offish|standoffish|cold-hearted|heartless|soft-hearted|warm-hearted|kind-hearted|good-hearted|big-hearted|negative|cynical|pessimistic|paranoid|hysterical|over-emotional|oversensitive|over-sensitive|thin-skinned|weak-willed|weak-minded|strong-willed|strong-minded|narrow-minded|small-minded|unambitious|unlikable|unpleasant|unfriendly|uncooperative|argumentative|confrontational|aggressive|passive-aggressive|hot-tempered|short-tempered|bad-tempered|even-tempered|good-natured|ill-natured|humourless|dour|miserable|gloomy|wishy-washy|flaky|scatterbrained|ditzy|gormless|thick|dim|stupid|slow-witted|quick-witted|sharp-tongued|big-headed|bigheaded|full_of_yourself|full_of_himself|full_of_herself|nasty|mean-spirited|mean|petty|spiteful|bitchy|catty|rude|obnoxious|insufferable|unbearable|irritating|annoying|tiresome|irksome|people-pleasing|attention-seeking`;

const SOMEONE = `person|people|type|types|sort|character|characters|individual|individuals|soul|souls|personality|personalities|temperament|nature|manner|so-and-so|so_-_and_-_so|fellow|chap|girl|lad|lass|man|woman|guy|human|human_being|creature|customer_he|bunch|folk|egg|sod|git|cow|piece_of_work|spirit|presence|energy|disposition`;

/** The rules. */
export const CHARACTER_FAMILIES = [
  ...familyOf("culture_fit", {
    said: `enjoy|want|like|crave|stand your|his|her|their company
      share|sharing a|an|the|our ski|holiday|hotel chalet|cottage|villa|room|house
      fizz|sparkle|magic|zing|click|buzz|electricity between|with us|him|her|you|them|panel
      next_to|beside|with|alongside him|her|them|you|this_one .. long|coach|train|car|bus|road|plane|boat trip|journey|drive|ride|flight|crossing
      laughed|laughs|laughing|smiled in|at the wrong|right places|place|jokes|bits|moments
      finish|finishing|finishes each|one other's|another's sentences
      you|he|she|they .. not|n't|never|really? connect|bond|gel|click|resonate|jell with the|us|our|anyone|panel|team
      get|gets|got|getting on|along over|with .. beers|pints|drinks|pint|beer|dinner|us|the_lads|the_gang
      over a|few|some|couple|the .. beers|pints|drinks|pint|jars
      rest|all|most of us .. mad|love|like|are|play|into|obsessed|crazy|we|be
      like the rest
      we're|we|us|everyone|everybody|team all|mostly|are|is|here|'re all? mad|nuts|crazy|big|huge|keen|into|obsessed|fanatics about|into|on|for|fans|runners|climbers|cyclists|gamers|dog
      odd one|man|woman|girl|fish out
      tight|close|merry|small|happy|lively|rowdy|mad -? knit? bunch|crew|gang|group|clan|band|lot .. you|fit|odd|one|us
      culture|vibe|attitude|personality|chemistry fit|match|matters|counts|trumps|beats|first|over .. skill|skills|experience|cv|competence|more|than
      dog|cat|beach|pub|party|festival|outdoors|foodie|gym|craft-beer|football|festival|night-out person|people|type|types|lover ? !training
      are|is you|he|she a|an|more_of_a? dog|cat|party|beach|pub|gym|football|rugby|golf|night person|type|man|woman|animal
      laugh|giggle|bit_of_craic|craic|banter|joke|drink with the|us|our|this lads|gang|team|crew|girls|us|lot|boys
      feel|feels|felt|is|are|be|become|seem like? one of ours|us|our_own|the_family|the_lads
      different|apart|distant|unlike|removed from the_rest|the_crew|the_others|the_team|us|our_lot
      we're|we|place|office|company are|is|'re|like a|one|one_big|like_a|big|happy family|tribe|gang|crew|clan|pack so|and|where|, !business|run
      feel|felt|think|thought|believe|see|sense|reckon|convinced|sure|seem not|n't|that? .. you|he|she|they .. gel|mesh|blend|fit_in|click|slot_in|belong|settle_in|mix|fit
      not|hardly|never|n't|isn't quite|really|exactly|much_of? a|an|our|the .. sort|kind|type of person|people|man|woman|guy|girl|candidate|hire|fit
      not|hardly|never really|quite|exactly|much_of? a|an .. person|guy|girl|man|woman !of_few|with_experience
      which|what football|rugby|gaa|cricket|hurling|baseball|nfl|soccer|county|premier_league -? team|side|club|lot do|did|you
      who|which|what do you support|follow|shout_for|root_for .. football|team|club|lads|saturday|rugby|?
      share|sharing a|an|the|our .. chalet|tent|cabin|long_drive|boat|canoe|bottle|curry|taxi|bunk with
      beside|next_to|with us|you|them|him|her on|for|in|at a|an|the long drive|flight|night|trip|shift|party|weekend|evening|stakeout|train
      enjoy|love|like|want|crave|stand|bear|tolerate your|his|her|their company|presence|craic|banter
      come|coming|join|go|going|up for|along|out|us|for|to|up a|the|with|us|team? .. pint|pub|beers|drinks|karaoke|curry|five-a-side|golf|night_out|social .. us|friday|lads|team|gang|you
      rowed|row|sailed|hunted|played|schooled|studied|boarded|prepped|pledged|graduated .. here|us|we_all|all_of_us|everyone .. you|your
      your|his|her boat_club|old_school|college_crest|fraternity|sorority|house_at_school|golf_handicap|handicap|polo|golf_club|club_tie|school_tie|alma_mater|regiment_tie
      instant|immediate|natural|real|deep|personal|true|zero|no connection|bond|affinity|rapport|chemistry|kinship|spark
      how would|will|do|did you .. get_on|get_along|fit|gel|cope|survive with|in|among .. bunch|crowd|crew|lot|gang|lads|ours|like_us|like_ours|family
      picture|imagine|see|seeing|envisage|fancy|visualise|visualize you|yourself .. at|in|on|with|among|down|joining|laughing|sitting ... do|party|night_out|nights_out|pub|table|lads|gang|crowd|crew|team|office|outing|drinks|social|socials|barbecue|bbq|karaoke|golf|five-a-side|us|christmas|banter|lunch|away-day|away_day|offsite|ski_trip
      crew|lads|gang|team|girls|guys|boys|others|everybody|everyone|colleagues|people|staff|we|us|folk .. want|like|take|enjoy|accept|have|welcome|warm|fancy|love .. you|him|her|them .. as_a|for_a|round|around|among|at_the|with_them|over_a mate|friend|pal|buddy|pint|drink|beer|in|here|laugh|pub
      would|could|can|will|do|did|might you|he|she|they|we .. fit_in|gel|mesh|blend_in|slot_in|mix_in|belong|click|get_on|get_along|muck_in|join_in .. here|us|lads|gang|crew|crowd|bunch|team|floor|office|everyone|family|banter|lot|rest|socially|others|with_people_like
      what|how|why .. you|your .. one_of_us|fit_in|fit_our|our_family|our_tribe|our_gang|our_vibe|our_banter|mesh|our_kind|our_crowd|our_culture
      are|is|you|he|she|they|be|become|feel|felt|really|quite|truly|not one_of_us|one_of_the_gang|one_of_the_lads|one_of_the_family|one_of_the_boys|one_of_the_girls|our_kind|our_sort|our_type|just_like_us|like_one_of_us|like_family|cut_from|of_our_ilk|our_cup|my_cup
      cut from the|our same|cloth
      gut|instinct|feeling|vibe|tummy|bones|waters|nose .. says|said|say|told|tells|tell|feeling|feel|wrong|right|just|you|him|her|not|off|yes|no
      feel|feels|felt|feeling in my|our|his|her|the bones|waters|gut|water
      something .. did_not|was_not|about_you|about_him|about_her|just|off|wrong|missing|amiss|iffy .. click|sit|gel|right|about_him|about_her|about_you
      no|zero|not_much|little|lack_of|missing|instant|great|real|good chemistry|spark|rapport|click|connection|magic !between_the|lab|with_customers|teacher .. you|us|team|between|panel|$|,|.|with|room
      you|he|she|they .. go_down|stick_out|stand_out|hang_out|hang|last|survive|be_happy|feel_at_home|be_at_home|be_lost|be_miserable|rub .. like_a|a_treat|lead_balloon|sore_thumb|week|five_minutes|here|with_us|crowd|lads|us|among|wrong_way
      background|hobbies|school|schools|interests|tastes|upbringing|university|college|club .. like_ours|same_as_ours|like_mine|same_as_mine|in_common|like_the_rest|as_us|as_ours|as_mine
      went|goes|studied|played|plays|rowed to|for|at the? right|same|our|my|proper|decent school|schools|university|college|club|clubs|uni
      pint|pints|beer|beers|pub|coffee|drink|dinner|barbecue|lunch|golf|holiday|road_trip|long_flight|lift|airport|desert_island .. with|test|you|him|her|them .. enjoy|want|like|fancy|rather|test|with_us|with_you|with_him|with_her|with_them|stuck|mind
      enjoy|want|like|fancy|rather|love|mind|dread|happily a|having|go_for|going_for|sharing|share|sink|sinking .. pint|pints|beer|beers|drink|coffee|dinner|barbecue|flight|tent|desk|office|car with you|him|her|them
      someone|somebody|people|person|candidate|candidates|folk|team-mate|teammate|colleague .. we_would|we'd|we_can|we_want|you_would|you'd|the_team_would|they'd .. pub|pint|beer|drink|have_a_laugh|hang|laugh|mates|friends|dinner|holiday|stuck|weekend
      someone|somebody|people|person|candidates|those|folk .. gets_us|get_us|think_like_us|thinks_like_us|laugh_at|laughs_at|like-minded|on_our_wavelength|shares_our|share_our|who_fit|who_fits|who_belong|who_belongs|just_like|of_our_sort|of_our_kind|fit_right|fits_right|gel|gels|blend|blends|slot|slots
      must|should|need|needs|have|has|got|able to? fit|get|love|enjoy|like|join|take|share|laugh|handle|give|have .. banter|in_with|friday_drinks|pub|nights_out|team_drinks|karaoke|craic|our_sense|the_vibe|our_vibe|our_humour|a_laugh|a_joke|joke|crowd|gang|lads|our_culture|right_in|straight_in
      good|great|right|wrong|bad|perfect|natural|poor|odd|funny|warm|strange|lovely|fantastic|real culture|cultural|team|personality|social|values|family|vibe|chemistry|culture_and_team -? fit|match|add|misfit|contribution
      rub|rubs|rubbing|rubbed along|shoulders .. with|us|lot|here|lads|people_like
      feel|feels|felt|just|simply|somehow like|right|wrong|as_if|as_though|natural .. family|one_of_us|known|home|old_friends|old_friend|for_years|always_been
      like .. known .. years|ages|forever
      known you|him|her|them for|all|forever|years`,
    judged: `reminds|reminded me|us|everyone|the_boss of|a_bit
      mate|mates|pal|bestie|bff|drinking|kindred spirit|buddy|material|pals
      kindred spirit|spirits
      hymn sheet
      square peg|pegs
      feather|feathers flock|together
      peas in
      chalk and
      fish|duck out|to_water
      black sheep`,
    unless: `see|seeing you in|on|at the|our|monday|tuesday|wednesday|thursday|friday|reception|lobby|#|a
      see you
      lunch|coffee|dinner|drink|drinks|tea is|are|will|provided|included|on_us|with_the_panel|before|after_the_interview|break
      team|crew|panel would_like|will_like|like to_meet|to_invite|to_see|to_hear
      like|love|want to|you_to meet|invite|hear|see|offer|join|come
      chemistry teacher|lab|technician|department|graduate|lesson|lessons|a-level|between_the_molecules
      see .. in_your_cv|in_the_plan|on_the_list
      see|picture|imagine yourself|you .. in_five|in_three|in_ten|in_two|years
      mates' rates
      beer|pub|golf|coffee shop|garden|course|manager|chef|company|brand|machine|kitchen|club
      fit test|testing|note|for_purpose|out`,
  }),
  ...familyOf("personality_verdict", {
    wanted: `grumbler|moaner|whinger|sulker|slacker|worrier|plodder|know-all|gossip|bully|bore|cynic|pessimist|perfectionist|loner|dreamer|show-off , .. elsewhere|apply|please|don't|not|look|we|and
      if you .. a|an @noun
      one of those|these|life's people|types|characters|sorts who|that
      always has|have to be|win right|first|best|the_last
      calm|bright|gentle|kind|happy|steady|cheerful|brave|warm|quiet|hardy|hungry souls|spirits|hearts|temperaments
      no|avoid|hate|without|not big|huge|inflated|fragile|massive|oversized egos|ego|heads|mouths|personalities
      people|colleagues|others|friends|bosses|folk|workmates find|say|think|call|describe|consider you .. difficult|${GRAVE}|hard|cold|quiet|loud|intense|intimidating|funny|charming|kind|easy|blunt|scary|too
      ^ are you shy|timid|bossy|lazy|quiet|loud|moody|sensitive|stubborn|arrogant|ambitious|competitive|confident|outgoing|sociable|nervous|anxious|kind|patient|tidy_by|emotional|proud|jealous|selfish|modest|introverted|extroverted $|?|by_nature|or|at_heart|person
      no|not_for|avoid|hate sulkers|grumblers|mopers|killjoys|worrywarts|fusspots|nitpickers|pedants|know-alls|blowhards|windbags|chatterboxes|pushovers|doormats|softies|crawlers|creeps|sneaks|backstabbers|snakes|weasels|mavericks|lone_wolves|oddballs|weirdos|dreamers|plodders|coasters|wasters|layabouts|misery_guts|grouches|time-wasters|blaggers|show-offs|big_heads|bigheads|loudmouths|gossips|stirrers|bullies|whiners|quitters|complainers|negative_people|negativity|drama
      firecracker|live_wire|charmer|ray_of_sunshine|dynamo|powerhouse|bundle_of_energy|ball_of_energy|know-all|know-it-all|drama_queen|control_freak|pushover|doormat|wallflower|loose_cannon|lone_wolf|killjoy|misery_guts|clever_clogs|smart_alec|softie|cold_fish|oddball|weirdo|diva|big_softie
      are|is|were you|he|she always|usually|so|that|this|really|generally|ever_this|all so|this|that|quite|rather|very? quiet|shy|loud|serious|intense|tense|blunt|cheerful|grumpy|nervous|chatty|soft|cold|sharp|sure_of_yourself|sensitive|polite|emotional
      candidate|applicant|person|hire|joiner|recruit|one is|will_be|must_be|should_be|be|was|simply|,_frankly,|naturally .. a|an|such_a|no? @noun|good_egg|natural|people_person !of_the|${WORK}
      call|describe|consider|see|think_of|class|rate yourself|himself|herself|you .. ${GRAVE}|@noun|kind|quiet|outgoing|confident|leader|follower|loner
      your|his|her worst|biggest|main|greatest|real character|personality|temperamental flaw|flaws|defect|fault|faults|trait|traits|weakness|failing|vice
      character|personality flaw|flaws|defect|defects|trait|traits|fault|quirks|quirk
      are|is|were you|he|she naturally|always|usually|really|just|generally|normally|basically|by_nature|a_bit|bit|that|this|so|very|quite|rather? ${GRAVE}|kind|quiet|loud|lazy|tired_or|nervous|confident|cheerful|outgoing|soft|cold
      big|good|kind|warm|soft|open|huge|generous heart|hearts|hearted and|,|required|needed|essential|wanted|$|with
      sunny|bubbly|cheerful|happy|caring|warm|loving|bright|vibrant|lively|outgoing|infectious|magnetic|sparkling nature|disposition|outlook|temperament|personality|character|spirit|soul
      charismatic|dynamic|magnetic|bubbly|fearless|relentless|feisty|vivacious|tenacious|gutsy|hungry|driven go-getters|go-getter|people|person|individuals|closers|hunters|personalities|sellers|leaders|self-starters|hustlers|characters
      shrinking violets|violet
      not|n't|do_not|don't|hardly think|feel|believe|see|reckon|sure|convinced|you|that .. you .. have|got|show|possess .. backbone|spine|steel|guts|grit|character|personality|stomach|temperament|charisma|presence|gravitas|drive|fire|edge|stamina_mentally|mettle|thick_skin|bottle|balls
      you are|were|seem|seemed|look|looked|sound|sounded|appear|appeared|be|remain|always|came_across_as|come_across_as|came_over_as|come_over_as|came_across|come_across|came_over|come_over|strike_me_as|struck_me_as|struck_us_as|strike_us_as|struck_the_panel_as|rated_as|known_as|known_to_be .. ${GRAVE}
      are|were|is|was you|he|she|they .. ${GRAVE} !${WORK}
      ${SAID} you|him|her|them|your_manner|that_you .. ${GRAVE} !${WORK}
      you|your_manner|he|she|they ... found|thought|judged|deemed|considered|felt|seen|described|viewed|regarded|written_off as|to_be|a_bit|too|rather|very|as_a|as_an .. ${GRAVE}
      you are|were|seem|seemed|come_across_as|came_across_as|came_over_as|strike_me_as|struck_us_as .. a|an|such_a|such_an|the|real|absolute|total|true|bit_of_a|natural|proper|complete|typical|quite_a|one_of .. @noun !${WORK}
      are|were|is|was you|he|she|they .. a|an|such_a|such_an|real|natural|more_of_a|always_a|born|bit_of_a|the_sort_of|type_of .. @noun|follower|followers|leader|leaders|thinker|doer|feeler|winner|winners|loser|losers|optimist|pessimist|realist|listener|charmer|fighter|people_person|morning_person|night_owl|lone_wolf|alpha|beta !of_the_team|${WORK}
      ${GRAVE}|kind|sweet|lovely|nice|cold|warm|quiet|loud|strong|weak|bold|proud|confident|cheerful|happy|jolly|friendly|humble|gentle|tough|sensitive|nervous|anxious|fiery|dramatic|serious|confident|sparkling|magnetic|winning|dynamic|vibrant|larger-than-life|outgoing|infectious|dazzling|huge|big|dominant|forceful|difficult|easy-going|easygoing|laid-back ${SOMEONE} !of_the_design|customer|fit|test
      born|natural|natural-born|instinctive -? leader|leaders|winner|winners|seller|sellers|salesman|salesperson|salespeople|nurse|nurses|teacher|teachers|manager|managers|carer|carers|charmer|hunter|hunters|closer|closers|communicator|communicators|people_person|hustler|organiser|host|hosts|entertainer|entertainers|fighter|fighters|optimist|optimists|entrepreneur|rebel|talker
      no|not_for|nobody_who_is|without|avoid|hate|sick_of|tired_of|keep_out|never|spare_us ${GRAVE}|@noun|grumps|grump|drips|whingers|moaners|egos|ego|prima_donnas|primadonnas|divas|attitudes|attitude|jobsworths|wallflowers|shrinking_violets|snowflakes|clock-watchers|clockwatchers|mood_hoovers|energy_vampires|jerks|arseholes|assholes|dickheads|passengers|drama|drama_queens|whiners|slackers|shirkers|skivers|idlers|wimps|softies|bores|grouches|sourpusses !claims|bonus|stations|on_the|data|in_the
      ${GRAVE}|@noun|grumps|moaners|whingers|slackers|shirkers|wallflowers|introverts|extroverts|egos|divas|jobsworths need_not|need|not|only|please|welcome_not|stay_away|don't|will_not|won't|wanted
      only|strictly|exclusively|just ${GRAVE}|extroverts|introverts|winners|leaders|optimists|alphas|go-getters|superstars|a-players|a_players|stars|fighters|hunters !want
      star_quality|x-factor|heart_of_gold|heart_of_stone|fire_in_your_belly|fire_in_the_belly|thick_skin|thick_skinned|strong_stomach|killer_instinct|get_up_and_go|je_ne_sais_quoi|sunny_disposition|sunny_nature|bubbly_nature|can-do_personality|million-dollar_smile|infectious_smile|winning_smile|gift_of_the_gab|silver_tongue|nerves_of_steel|charm_of_the|bags_of_personality|bags_of_charm|bags_of_energy_and|bags_of_charisma|buckets_of_charm|oodles_of
      you have|had|'ve|have_got|lack|lacked|lacking|show|showed|need|ooze|oozed|radiate|want .. a|an|such|such_a|the|no|any|little|real|enough|more|your .. personality|charisma|heart_of|charm|ego|temper|sparkle|spark_we|backbone|gumption|gravitas|presence|likeability|warmth|attitude|attitude_problem|chip_on|spine|magnetism|aura|soul|disposition|temperament|character !set|count|limit|references|reference
      your personality|charm|charisma|ego|temperament|attitude|nature|lovely_nature|sunny_nature|character|manner|aura|sparkle|warmth|timidity|arrogance|shyness|abrasiveness|nerves .. was|is|won|shone|grated|put|swung|sold|let|clinched|made|charmed|counted|told|not|too|off|what|stood|needs !reference|references
      personality|charisma|temperament|personality_type|myers-briggs|enneagram|zodiac|star_sign|horoscope|introvert_or|extrovert_or .. you|your|are|what|which|type|rated|must|over|matters|?
      how|what .. describe|rate|sum_up|call .. your|yourself .. personality|temperament|character_in|as_a_person|nature|in_three_words|in_one_word|type_of_person
      by|in nature|your_nature|temperament|your_dna|your_blood|your_bones .. timid|shy|quiet|loud|lazy|aggressive|?|you|leader|are
      timid|shy|quiet|loud|lazy|aggressive|anxious|nervous|cold|warm|kind|sensitive|soft|bossy|stubborn by_nature|by_temperament|as_a_person|in_person|deep_down|underneath|at_heart|or_is_it_just
      one of life's|nature's followers|leaders|moaners|worriers|losers|winners|gentlemen|gents|optimists|givers|takers|plodders|victims|survivors
      life's followers|leaders|moaners|worriers|losers|winners|optimists|givers|takers|plodders|victims
      lovely|sweet|kind|gentle|beautiful|old|poor|good|decent|great|dear soul|souls|heart|hearts|human_being
      soft|hard|tough|cold|odd|strange|queer|slippery|rough|uncut|loose|wet fish|customer_you|diamond|nut|cookie|cannon|blanket|lettuce|sort_you
      you .. too ${GRAVE}|quiet|loud|soft|nice|sweet|gentle|weak|strong|confident|emotional|sensitive|serious|nervous|intense|laid-back|laid_back|blunt|cold|polite|humble|modest|eager|proud|clever_by|opinionated|chatty|talkative|reserved|reticent|mild|delicate|fragile|kind|kind-hearted|hard|tough|forceful|ambitious|academic|dreamy|cerebral|posh for|to|by|$|,|.|and|;|a_person
      weren't|were_not|are_not|aren't|not|n't .. hungry|tough|strong|confident|assertive|outgoing|bubbly|lively|charismatic|likeable|dynamic|driven|mature|serious|forceful|extrovert|extroverted|warm|friendly|passionate enough|type|sort|kind`,
    judged: `row|fight|argument|conversation|quarrel with a|an|his|her .. post|wall|shadow|reflection|mirror|chair|brick
      with his|her own shadow|reflection
      lamp post
      shadow boxer
      talk|talks|could|would hind|legs|sell .. donkey|sand|ice|snow|grandmother|granny
      hind legs
      milk of human
      wouldn't|would_not say|hurt|harm|swat
      fight|row|argument in an empty
      as much|about_as .. charm|personality|charisma|warmth|backbone|life|energy|go|interesting|exciting|useful|lively|friendly as
      wet weekend|lettuce|blanket|rag
      chocolate teapot|fireguard
      paint dry|drying
      loves|love|fancies|rates|admires|worships himself|herself|themselves
      god's gift
      legend in his|her
      his|her|their own lunchtime|trumpet|biggest|worst
      chip|chips on his|her|the|both
      bee in his|her
      big fish
      ray|bundle|ball|barrel|bag|bundles of sunshine|joy|energy|fun|laughs|nerves|fire
      wallflower|sulker|sulkers|grumbler|grumblers|moper|mopers|misery_guts|killjoy|killjoys|buzzkill|party_pooper|wet_blanket|worrywart|fusspot|nitpicker|pedant|know-all|know-it-all|smart_alec|clever_clogs|big_mouth|blowhard|windbag|gasbag|chatterbox|motormouth|drama_queen|diva|prima_donna|princess|snowflake|crybaby|softie|pushover|doormat|yes-man|brown-noser|crawler|suck-up|creep|sneak|backstabber|snake|weasel|rat|toad|worm|slimeball|sleazeball|charmer|firecracker|live_wire|spitfire|firebrand|dynamo|powerhouse|bulldozer|steamroller|terrier|rottweiler|pitbull|shark|lone_wolf|maverick|misfit|oddball|weirdo|crank|eccentric|dreamer|drifter|plodder|coaster|slacker|skiver|shirker|layabout|waster|wastrel
      sandwich short|picnic
      few|couple|one .. short_of
      not the sharpest|brightest|quickest|full_shilling|full_quid
      lights are on
      away with the
      feet on the
      head screwed
      wears|wear|heart his|her|on heart|sleeve
      butter would|wouldn't
      goody -? two
      devil|angel|saint incarnate|in_disguise
      bad|rotten|tough|hard|good|smart|bright egg|apple|nut|cookie|button|spark
      mutton|wolf|sheep in|dressed
      control freak|freaks
      loose|smooth|fast|cool|cold|slippery|rough|safe cannon|operator|talker|customer|fish|eel|diamond|hands
      mummy's|daddy's|teacher's boy|girl|pet
      all bark|mouth|talk|show|hat|style
      thinks|think the world|sun|he's|she's|rules .. revolves|shines|owes|god
      sun shines out
      up his|her|their|your own backside|arse|bum
      he's|she's|is a bit much|intense|wet|dim|full_on
      born|made|built to lead|sell|serve|manage|teach|nurse|care|command|follow|please|moan
      a|true|real|proper|such_a|the born|natural-born|instinctive !in|and|here|of|on|to|into|with|raised
      dry|old|cold|miserable|funny|queer|odd|stubborn|poor stick|stick_of|so_and_so|beggar|devil|soul|fish|article
      charm|charisma|personality|warmth|energy|wit|humour of a|an
      mouth on
      right|proper|real|total misery|pain|madam|so-and-so|charmer|laugh|character|know-all|moaner|case
      gold|golden|diamond|treasure|saint|angel|peach|star|gem|rock|brick|trooper|belter|cracker|smasher|corker|darling|delight $|,|.|through|and|;
      pure|solid|absolute|sheer|twenty-four_carat|24_carat|total|real gold|class|joy|magic|evil|poison|delight|dynamite|charm|filth|ego
      born|natural|natural-born|instinctive -? leader|winner|seller|salesman|saleswoman|salesperson|nurse|teacher|manager|carer|charmer|closer|communicator|chef|engineer|host|organiser|fighter|optimist|rebel|talker
      heart of|like gold|stone|lion|oak
      one in a
      salt of the
      one of life's|nature's
      life's followers|leaders|moaners|worriers|losers|winners|gentlemen|optimists|givers|takers|plodders|victims
      nature's gentlemen|gentleman|gentlewomen
      butter would
      wouldn't say|hurt|harm boo|fly
      say boo
      bull in|at
      cold|wet|odd|queer|slippery|big|small|dead fish|fisher`,
    unless: `you are|'re free|welcome|happy|kind_enough|able|right|invited|shortlisted|not_obliged
      lift is out
      lights|light in|on the
      if you are|were|feel|felt nervous|anxious|shy|unsure|cold|ill|late|stuck|uncomfortable|warm
      stubborn|mean|thick|wet|dull|slow|idle|passive|volatile|aggressive|negative stain|stains|bug|bugs|tumour|average|time|value|reversion|ice|snow|paint|plaster|weather|floor|floors|ground|concrete|process|connection|connections|income|market|markets|memory|schedule|deadline|timeline|test|result|results|feedback|review|reviews|number|numbers|balance|cash|voice|component|components|side
      rude|nasty|aggressive|stubborn|obnoxious|angry|unpleasant|difficult|abusive guest|guests|customer|customers|caller|callers|client|clients|patient|patients|passenger|member|email|review|tenant|surprise|colleague|vendor|supplier|parent|shopper|diner
      guest|guests|customer|customers|caller|callers|client|clients|patient|patients|passenger|colleague|someone|somebody|tenant|pupil|parent|supplier .. called|calls|is|was|got|gets|turned|turns|were|who .. you|rude|nasty|aggressive|angry|abusive|stubborn
      what did|would|do|should you|they .. when|if|last|next|with|about
      star rating|ratings|schema|hotel|chef
      character reference|references|set|sets|limit|count|encoding
      personality test|tests|testing|questionnaire|inventories is|are|not|no|isn't
      we|i do|did|will|would not|never .. personality|character|charm`,
  }),
];
