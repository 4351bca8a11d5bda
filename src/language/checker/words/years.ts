/** How old somebody is, in numbers and by what they have seen. */
import { list } from "./list.ts";

const ONES = list("one two three four five six seven eight nine");
const TEENS = list("eighteen nineteen");
const TENS = list("twenty thirty forty fifty sixty seventy eighty");
const YOUNGEST = 18;
const OLDEST = 85;

/** Ages of grown people, in figures and in words: "42", "forty-two", "forty two". */
export const AGES: readonly string[] = [
  ...Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, past) => String(YOUNGEST + past)),
  ...TEENS,
  ...TENS.flatMap((ten) => [ten, ...ONES.flatMap((one) => [`${ten}-${one}`, `${ten}_${one}`])]),
];

/** Tens of years in a life. */
export const DECADES: readonly string[] = [
  ...list("teens twenties thirties forties fifties sixties seventies eighties"),
  ...list("20s 30s 40s 50s 60s 70s 80s 20's 30's 40's 50's 60's 70's"),
];

/** What years are counted by. */
export const BIRTHDAYS = list(`
  birthday birthdays candle candles summer summers winter winters springs autumns monsoon monsoons christmases moons
  sunsets new_years decades halloweens diwalis`);

/** Verbs of memory. */
export const REMEMBERING = list(`
  remember remembers remembering recall recalls recalling recollect recollects reminisce reminisces life_before world_before
  days_before time_before era_before a_time_before grew_up_before grew_up_without grown_up_before
  born_before old_enough_for around_before around_for alive_for alive_when lived_through live_through`);

/** What only those of some age have known. */
export const BYGONE = list(`
  mobile_phone mobile_phones mobiles cell_phones cellphones smartphone smartphones internet web google facebook email emails
  television telly tv colour_tv black_and_white black-and-white channels decimal* decimalization rationing ration* war blitz wall moon
  vhs betamax video_recorders cassette cassettes tapes vinyl records walkman floppy floppies floppy_disks fax faxes
  telex typewriter typewriters carbon_paper punch_cards punched_cards dial-up dial_up rotary pagers pager ceefax teletext kennedy jfk
  elvis beatles thatcher reagan nixon indira coronation three-day miners miners' emergency partition live_aid diana
  woodstock apartheid soviet cold_war old_money shillings half-crowns punk disco y2k millennium_bug modems modem phone_boxes
  telegrams telegram coal_fires outside_toilet computers calculators email_existed pounds_shillings`);
