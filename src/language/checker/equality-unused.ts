/** Phrases of retext-equality that matter nowhere in hiring. Written by scripts/equality-unused.ts. */
export const UNUSED_PHRASES: readonly string[] = `
actress|actor|actresses|actors|ADD|adhd|a.d.d.|a.d.h.d.|addict|junkie|addicts|junkies|suffering from aids
suffer from aids|suffers from aids|afflicted with aids|victim of aids|aids victim|aircrewwoman|aircrew woman
aircrewman|airman|aircrewwomen|aircrew women|aircrewmen|airmen|alcoholic|alcohol abuser|alderwomen|aldermen
alumna|alumnus|alumnae|alumni|amputee|ancient man|assemblywoman|assemblyman|asylum|kinswoman|aunt|kinsman|uncle
kinswomen|aunts|kinsmen|uncles|authoress|average housewife|average man|average working man|aviatrix|barren
basically|bathroom bill|bi|binge|bipolar|blackhat|blacklist|black list|blacklisted|blacklisting|bogeywoman
bogeyman|bogiewoman|bogieman|bogiewomen|bogiemen|bondswoman|bondsman|bondswomen|bondsmen|anorexic|bony
boogeywoman|boogeyman|boogiewoman|boogieman|boogiewomen|boogiemen|biologically male|born a man|genetically male
biologically female|born a woman|genetically female|girl|boy|girlfriend|boyfriend|girlfriends|boyfriends
girlhood|boyhood|girly|girlish|boyish|bride|groom|sister|brother|brotherhood of man|sisterhood|brotherhood
sisters|brothers|bucktoothed|buckteeth|bugreport|calendar girl|call girl|cattlewoman|cattleman|cattlewomen
cattlemen|cavewoman|caveman|cavewomen|cavemen|policewoman|policeman|chick cop|churchman|clearly|clergywoman
clergyman|clergywomen|clergymen|commit suicide|complete suicide|successful suicide|committed suicide
completed suicide|committee woman|committee man|common girl|common man|congresswomen|congressmen|councilwomen
councilmen|countrywoman|countryman|countrywomen|countrymen|cowgirl|cowboy|cowgirls|cowboys|mama|mother|mom|mum
momma|mommy|papa|father|dad|pop|daddy|mamas|mothers|moms|mums|mommas|mommies|papas|fathers|dads|daddies|dame
lord|dames|lords|daughter|son|daughters|sons|blind to|blind eye to|blinded by|deaf to|deaf ear to|deafened by
depressed|downs syndrome|dumb|dummyvariable|dummyvalue|dummyobject|dummy|vertically challenged|midget
small person|dwarf|dyslexic|easy|easily|english master|englishmen|epileptic|everyone knows|executrix
failed suicide|failed attempt|suicide failure|family burden|father of *|mother tongue|father tongue|motherland
fatherland|fellowship|females|males|feminin|dudely|manly|femininity|manliness|fisherwomen|fishermen|foremother
forefather|foremothers|forefathers|founding father|frenchmen|freshman|freshwoman|freshwomen|freshmen
front women, frontwomen|front men, frontmen|frontwoman, front woman|frontman, front man|woman|gal|lady|babe
bimbo|chick|guy|lad|fellow|dude|bro|gentleman|women|girls|gals|ladies|man|boys|men|guys|dudes|gents|gentlemen
garbagewomen|garbagemen|special rights|gay rights|preferred pronoun|preferred pronouns|gender pronoun
gender pronouns|ghetto|godmother|patroness|godfather|goyim|goyum|goy|granny|grandma|grandmother|grandpappy
granddaddy|gramps|grandpa|grandfather|granddaughter|grandson|granddaughters|grandsons|grandfather clause
grandfather policy|grandfathered|grandfathering|grandmothers|grandfathers|handicapped parking|hang|hanged
hangwoman|hangman|hangwomen|hangmen|she|he|she'd|he'd|she'll|he'll|she's|he's|hearing impaired
hearing impairment|henchwoman|henchman|henchwomen|henchmen|her|hers|him|his|hermaphrodite|pseudohermaphrodite
pseudo hermaphrodite|hermaphroditic|pseudohermaphroditic|pseudo hermaphroditic|heroine|hero|heroines|heroes
herself|himself|shemale|she male|heshe|shehe|homosexual couple|homosexual marriage|homosexual relations
homosexual relationship|hostess|host|hostesses|hosts|wife|husband|wives|husbands|Indian country|indian give
indian giver|industrial man|insomnia|insomniac|insomniacs|insurance woman|insurance man|insurance women
insurance men|intellectually disabled|has intellectual issues|suffers from intellectual disabilities
suffering from intellectual disabilities|suffering from an intellectual disability
afflicted with intellectual disabilities|afflicted with a intellectual disability
intellectually disabled people|disabled|invalid|islamist|islamists|cleaning ladies|cleaning girls|janitresses
cleaning men|janitors|journeywoman|journeyman|journeywomen|journeymen|just|empress|queen|emperor|king
queenmaker|kingmaker|empresses|queens|emperors|kings|queensize|kingsize|landladies|landlords|landlady|landlord
latino|latina|laywoman|layman|laywomen|laymen|leading lady|learning disabled|fucktard|libtard|contard
long time no hear|long time no see|maiden|maiden flight|maiden name|maiden race|maiden speech|maiden voyage
make * great again|make * * great again|make * * * great again|make * * * * great again
make * * * * * great again|man in the street|man of action|man of letters|man of the land|man of the world
womanhood|masculinity|manhood|manhour|man hour|manhours|man hours|mankind|manmade|manned|mans best friend
mansized task|man sized task|markswoman|marksman|markswomen|marksmen|master|master key|master copy
master of ceremonies|master plan|master the art|masterful|mastermind|masterpiece|masterplan|masters
masterstroke|maternal|paternal|fraternal|maternity|paternity|men of science|middlewoman|middleman|middlewomen
middlemen|midwife|milkwomen|milkmen|bitch|moan|bitching|moaning|modern man|motherly|miss.|mrs.
suffers from multiple sclerosis|suffering from multiple sclerosis|victim of multiple sclerosis
multiple sclerosis victim|afflicted with multiple sclerosis|niece|nephew|nieces|nephews|newswoman
newspaperwoman|anchorwoman|newsman|newspaperman|anchorman|newswomen|newspaperwomen|anchorwomen|newsmen
newspapermen|anchormen|no mans land|noblewoman|nobleman|noblewomen|noblemen|nonwhite|non white|batshit|psycho
crazy|delirious|insane|insanity|loony|lunacy|lunatic|mentally ill|psychopathology|mental defective|moron
moronic|nuts|mental case|mental|obvious|obviously|neurotic|ocd|o.c.d|o.c.d.|of course|jump the reservation
off reserve|off the reservation|ombudswoman|ombudsman|ombudswomen|ombudsmen|circle the wagons|on the warpath
oneupmanship|own woman|own man|panic attack|paraplegic|pinoys|pinays|poetess|pow wow|powwow|princess|prince
princesses|princes|pull the trigger|quadriplegic|rehab|detox|rehab center|detox center|businesswoman
salarywoman|businessman|salaryman|businesswomen|salarywomen|career girl|career woman|businessmen|salarymen
sandwoman|sandman|sandwomen|sandmen|sane|sanity check|primitive|savage|stone age|servicewomen|servicemen
sex change operation|sexchange|sex change|showwoman|showman|showwomen|show women|showmen|simple|simply|slave
slaves|sophisticated culture|sophisticated technology|spacewoman|spaceman|spacewomen|spacemen|spade|challenged
diffability|differently abled|handicapable|special|special needs|specially abled|special olympians
special olympic athletes|sportswoman|sportsman|sportsmanlike|sportsmanship|sportswomen|sportsmen|stammering
stateswoman|statesman|statesmanlike|statesman like|stepsister|stepbrother|stepsisters|stepbrothers|stepmom
stepmother|stepdad|stepfather|stepmothers|stepfathers|stewardess|steward|stewardesses|stewards|stockman
straight forward|straightforward|straight forwardly|straightforwardly|stroke victim|suffering from a stroke
victim of a stroke|stutterer|suffers from muscular dystrophy|afflicted with muscular dystrophy|suffers from MD
afflicted with MD|suicide note|suicide epidemic|epidemic of suicides|suicide pact|superwoman|superman
superwomen|supermen|tax man|too many chiefs|animal spirit|dream catcher|spirit animal|totem|tourettes syndrome
tourettes disorder|tradesmans entrance|transgenderism|transgenders|transvestite|tribe|unwomanly|unwomenly
unmanly|unmenly|unmanned|suffer from an injury|suffers from an injury|suffering from an injury
afflicted with an injury|victim of an injury|suffer from injuries|suffers from injuries|suffering from injuries
afflicted with injuries|victim of injuries|infantile paralysis|suffers from polio|suffering from polio
suffering from a polio|afflicted with polio|afflicted with a polio|victim of polio|waitress|waiter|waitresses
waiters|watchwoman|watchman|watchwomen|watchmen|weatherwomen|weathermen|whitehat|whitelist|white list
whitelisted|whitelisting|widow|widows|widower|widowers|wife beater|wifebeater|woman painter|working mother
working wife|workmanship
`
  .trim()
  .split(/[|\n]/);
