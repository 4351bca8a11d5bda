/** Words for body and mind. */
import { type RuleGroup, rulesOf } from "./group.ts";

const ability = rulesOf("ability_coded");

/** The rules. */
export const ABILITY_CODED_RULES: readonly RuleGroup[] = [
  ability(
    "any",
    `able - bodied
    ablebodied|able-bodied|able_body
    sound body|mind|of_mind|in_mind|and_body
    sound in|of mind|body|limb
    crazy !egg
    insane|insanely|nuts|mental_case|lunatic|lunatics|psycho|psychos|psychopath|psychopaths|schizo|schizophrenic|spaz|spastic|retard|retarded|retards|moron|moronic|imbecile|idiot|idiots|idiotic|cretin|cripple|crippled|crippling|lame|maniac|maniacs|manic|madman|madhouse|loony|loonies|nutter|nutters|nutcase|bonkers|deranged|demented|basket_case|brain-dead|brain_dead|braindead|tone-deaf|tone_deaf|midget|gimp|mongol|derp|deaf_to|blind_to|blind_spot|falling_on_deaf|deaf_ears|dumb|feeble-minded|feeble|window-licker|short-bus|psychotic|sociopath|sociopaths|hysterical|autistic|bipolar|spazz|mad_house|headcase|head_case|whacko|wacko|nutjob|delusional|vegetable|invalid_person|unhinged
    went|goes|gone|go|drive|drives|driven|completely|totally|going|bit|stark|a_little mental|postal|mad|nuts|crazy|bananas|insane|bonkers|ape|loopy
    mad enough|about|for_it|skills|hours|pace|rush
    ocd|adhd|add|ptsd|bipolar|autistic|schizo*|dyslexic|alzheimer's|dementia .. about|moment|moments|like|brain|so|a_bit|with_the|kicks|episode|mode|attack
    a bit|little|total|totally|so|like|acts_like|such|slightly|kind_of|almost|such_an|is ocd|adhd|bipolar|autistic|schizo*|dyslexic|psychotic|manic|aspie|spectrum|blind|deaf
    acts|act|behaves|behaved|talks like .. bipolar|autistic|drunk|psycho|madman|maniac|schizo*
    wheelchair -? bound
    suffers|suffering|afflicted|victim from|with|of .. disability|disabilities|autism|ms|polio|stroke|blindness|deafness
    the blind|deaf|disabled leading
    walk|walks|walking|stand|stands|standing|run|climb|climbs|climbing|on_your_feet|lift .. all_day|whole_day|unaided|without_help|entire_shift !ward|patients
    stand|walk|sit|climb|bend|kneel|crouch|see|hear|speak|stoop , .. and|or .. hear|climb|walk|kneel|stand|see|stairs|bend|speak|talk|unaided
    two|both working|good|healthy|strong|functioning legs|hands|arms|eyes|ears
    perfect|excellent|good|20/20|full|keen|sharp|unimpaired|normal|corrected eyesight|vision|hearing|sight|eyes|mobility
    perfect hearing
    excellent|perfect physical condition|fitness|shape
    physically fit|strong|robust|able|active|demanding
    fit and healthy|well|strong|active
    stamina|physical stamina|strength|fitness
    full use of
    clean|full|valid driving licence|license .. desk|office|remote|developer|analyst|writer|editor
    must|should|need|require|requires|required .. drive|driving|walk|stand|lift|climb|see|hear|stairs .. desk|office|remote|although|phone|keyboard|typing
    desk|office|remote|computer -? based? .. walk|stand|climb|lift|stairs|hearing|eyesight|vision|legs|fit
    remote|desk|office|phone|typing|data_entry|keyboard .. stand|climb|lift|hearing|eyesight|vision|driving
    lift|carry # kg|lb|lbs|pounds|kilos .. desk|office|analyst|developer|accountant|writer
    must be able to see|hear|walk|stand|speak|talk|climb|run|lift|sit
    able to walk|stand|climb|see|hear|speak|run|sit unaided|without|all|for|clearly|quickly|normally|long
    stairs|lift unaided|alone|without
    no|without physical limitations|impairments|impairment|restrictions|defects
    bodily|mentally|physically sound|able|fit|tough|perfect
    mentally tough|strong|stable|robust|resilient
    hear and see|speak
    `,
    {
      unless: `crazy egg
      able seaman
      nurses|nursing|ward|warehouse|porter|postal|courier|firefighter|roofer|scaffolder|labourer|loading|unloading|farm|kitchen|factory
      double - blind
      blind user|users|trial|review|people|tasting|cv|date
      deaf users|people|pupils|children
      wheelchair users|access|basketball
      invalid input|token|state
      nuts and|, bolts|screws
      lame duck
      idiot - proof
      sanity
      insane asylum
      we support|provide
      dumb terminal|pipe|waiter
      postal service
      walk us|me|through
      walk from the
      mental health
      stand - ups are short
      color|colour -? blind
      boxes|crates|parcels|patients|sacks|pallets|luggage|equipment|furniture
      as the unloading`,
      evenOfWork: true,
    },
  ),
  ability(
    "any",
    `stand - ups are for
    two working legs`,
    { evenOfWork: true },
  ),
];
