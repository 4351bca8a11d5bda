/** Words that a message's wording may add to those of the drafted one. There is no number, no name, no denial, no promise and no judgement
 * among them. */
export const FRIENDLY: ReadonlySet<string> = new Set(
  `a about again all an and any are as at be by can come coming conversation day everybody everything find for forward friendly from
  glad good happy have heads hear hello help here hope if in interview interviews is it just know let looking meet meeting message note of on
  or our please question questions quick reach remind reminder reply see seeing short soon speak speaking talk talking thank thanks that the
  there this time to up us we welcome well will with word write you your`.split(/\s+/),
);
