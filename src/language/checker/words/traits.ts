/** What people are called when they are judged. */
import { list } from "./list.ts";

/** Adjectives that judge a person. */
export const TRAIT_ADJECTIVES = list(`
  abrasive abrupt absent-minded aggressive aimless aloof ambitionless annoying antisocial anti-social antsy apathetic
  argumentative arrogant awkward bashful big-headed bigheaded bitter blunt boastful boisterous boring bossy brash
  brusque bubbly bullish bumptious calculating callous careless catty charismatic charmless charming cheeky cheerful
  childish chippy clingy clueless clumsy cocksure cocky cold cold-hearted combative complacent conceited condescending
  confrontational contrary controlling cool crabby crass creepy cringey cunning curt cynical deceitful defensive defiant
  demanding depressing detached devious difficult dim dippy disagreeable dishonest disingenuous disinterested disloyal
  dismissive disorganised disorganized distant ditsy ditzy docile dodgy domineering dour dozy dramatic dreamy dreary
  drippy droll dry dull dumb earnest easily_led eccentric edgy egotistical egotistic egocentric emotional
  entitled erratic evasive excitable extrovert extroverted fake fawning feckless feisty fickle fiery flaky flashy flat
  flighty flippant forgettable forthright frivolous frosty fussy genial geeky genuine ghastly glib gloomy glum gobby
  goofy gormless greedy grim grouchy grumpy gullible gutless happy-go-lucky hard-nosed hard-headed haughty headstrong
  highly_strung high-strung highly-strung high-maintenance high_maintenance holier-than-thou hostile hot-headed
  hot-tempered humble humourless humorless hyper hypersensitive hysterical icy idle ignorant immature impatient impersonal
  impetuous impolite impulsive indecisive indifferent indolent inflexible inscrutable insecure insincere insipid insolent
  insufferable intense intimidating intolerant introvert introverted irascible irksome irresponsible irritable
  irritating jaded joyless judgemental judgmental jumpy kind know-all lacklustre lackluster laid-back laidback lairy
  lazy lethargic lifeless likeable likable listless loud loutish lovable lovely lukewarm macho malicious manipulative
  martyrish materialistic mean mean-spirited meek melodramatic menacing mercurial miserable misanthropic moany moody mopey morose
  mousy mouthy muddled naff naive narcissistic narky narrow-minded nasty needy negative nerdy nervy neurotic
  noncommittal nosy nosey obnoxious obsequious obsessive odd oily old-womanish opinionated ostentatious outspoken
  overambitious overbearing overconfident over-confident overeager over-eager overemotional over-emotional oversensitive over-sensitive
  passionless passive passive-aggressive patronising patronizing pedantic perky pernickety persnickety pessimistic petty petulant phoney
  phony plodding po-faced pompous ponderous posh precious preachy prickly prim prissy prudish pushy quarrelsome quirky
  ratty reclusive repressed resentful reserved retiring rigid robotic rough rude ruthless sanctimonious sappy sarcastic sarky sassy
  scatterbrained scatter-brained scatty schmoozy self-absorbed self-centered self-centred self-important self-obsessed
  self-righteous self-satisfied selfish sensitive serious shallow sharp-tongued shiftless shifty shrill shy slapdash
  sleazy slick slimy slippery slovenly slow sly smarmy smooth smug snappy sneaky snide snippy snobbish snobby snooty soft
  soulless sour spiky spineless spiteful spoiled spoilt squeaky standoffish stand-offish starchy stern stiff stroppy stubborn
  stuck-up stuck_up stuffy stupid submissive sulky sullen superficial superior surly suspicious sweet sycophantic tactless
  tedious temperamental testy thick thick-skinned thin-skinned thoughtless tight-fisted timid tiresome touchy toxic treacherous
  trustworthy truculent two-faced ultra-competitive unambitious unapproachable unassertive uncaring uncharismatic
  uncommitted uncooperative undisciplined undynamic unemotional unenergetic unenthusiastic unfriendly unhinged unimaginative unimpressive
  uninspired uninspiring uninterested unintelligent unlikeable unlikable unmotivated unpleasant unprofessional unreliable unremarkable
  unserious unsociable unstable unsympathetic untrustworthy unworldly uppity uptight vacant vacuous vague vain vapid vindictive
  volatile vulgar warm weak weak-willed wet wet_behind_the_ears weird whiny whingy wilful wimpish wimpy wishy-washy
  withdrawn wooden woolly workshy work-shy zany charmless low-energy low_energy high-energy lightweight spikey
  personable pleasant adorable sparky sunny bright smart clever brilliant gifted talented confident ambitious
  energetic hungry driven passionate honest decent polite modest sincere loyal dependable articulate driven_by_ego
  academic bookish cerebral corporate flamboyant theatrical intellectual lifeless off-putting offputting nice
  too_nice toffee-nosed strong-willed stubborn_as outgoing gregarious charisma-free uncool unhappy bitter_about disorganised`);

/** Nouns that judge a person. */
export const TRAIT_NOUNS = list(`
  airhead ass arse arsehole asshole attention-seeker backstabber bellend big_head big-head blabbermouth blagger blowhard bore
  born_leader born_seller braggart brat brown-noser brownnoser bruiser bs_artist buffoon bull_in_a_china_shop bully bullshitter busybody
  chancer charlatan charmer chatterbox clever_clogs clever_dick climber clown coaster cold_fish complainer con_artist control_freak
  control-freak coward crank crawler creep crybaby cry-baby cynic daydreamer day-dreamer deadweight dead_weight diamond dictator dimwit
  diva doormat dork dope dosser drama_queen dreamer drip dullard egghead ego egomaniac egotist energy_vampire
  eeyore extravert extrovert faker fantasist flake flirt follower fool fraud fusspot gem genius gobshite go-getter goody-goody
  goody_two-shoes gossip grafter grouch hard_worker hothead hot-head hustler hypocrite ice_queen idealist ideas_person
  idler introvert jerk job-hopper jobsworth joker killjoy knob know-all know_it_all know-it-all layabout leech liability
  liar lightweight live_wire loner loose_cannon loser loudmouth loud-mouth luddite malingerer manipulator martyr maverick
  megalomaniac micromanager micro-manager misery misfit moaner moaning_minnie motormouth mouse muppet naysayer narcissist
  natural_leader natural_born nerd nightmare nitpicker no-hoper numpty oddball oddbod odd_fish pain_in pain_in_the_neck party_pooper pedant
  people_pleaser people-pleaser people_person perfectionist pessimist phoney phony pleaser plodder poser poseur prat
  prima_donna princess psycho pushover queen_bee quitter rebel recluse robot rotten_apple bad_apple rough_diamond saint
  schemer schmoozer scaredy-cat scatterbrain self-starter sheep shirker show-off showoff show_off shrinking_violet skiver slacker slob
  smart_alec smartarse smart_arse smooth_operator smooth_talker snake snake_in snake-oil sneak snob softie soft_touch soft_soap sociopath
  sourpuss space_cadet spoilsport spoilt_brat spoiled_brat star suck-up superstar sweetheart sweetie swot talker teacher's_pet
  team_player thug time-waster timewaster time_waster toady tosser troublemaker trouble-maker tyrant tyre-kicker victim
  wallflower waffler wannabe waste_of waste_of_space waster weakling weirdo wet_blanket wet_lettuce whiner whinger wide_boy wimp windbag winner
  wise_guy workaholic worrier wuss yes-man yes_man yeller zombie treasure godsend pleasure_to joy dream_candidate
  star_player lone_wolf slippery_customer awkward_customer cold_customer tough_cookie smart_cookie good_egg bad_egg nice_guy nasty_piece
  piece_of_work character moron imbecile natural ray_of_sunshine`);

/** What people are said to have or to lack. */
export const QUALITIES = list(`
  ambition attitude backbone balls charisma charm chutzpah common_sense confidence courage determination drive
  ego emotional_intelligence empathy energy enthusiasm executive_presence fight fire fire_in_the_belly
  fire_in_her_belly fire_in_his_belly get_up_and_go go gravitas grit gumption guts humility hunger initiative inner_steel
  integrity killer_instinct leadership likeability maturity motivation mojo moral_fibre nous oomph passion
  people_skills personality pizzazz poise polish presence resilience self-awareness self-belief self-confidence self-esteem sense_of_humour
  sense_of_humor social_skills soul spark sparkle spine stamina star_quality steel substance temper toughness
  vision warmth work_ethic work-ethic wow_factor x-factor x_factor zest zip thick_skin killer edge`);
