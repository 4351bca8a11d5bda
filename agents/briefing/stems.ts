/** Words that say something, without their endings: what two texts have in common is counted by them. */

const COMMON =
  /^(?:and|the|with|for|you|your|our|have|has|had|are|was|were|will|this|that|they|their|from|about|into|must|year|years|experience|knowledge|skill|skills|candidate|good|strong|well|other|others|another|work|working|works|within|using|use|like|can|who|how|what|which|more|than|least|plus|etc|such|very|every|them|all|any|one|two|not|able|ability|understanding)$/;

/** In lower case, each as often as it stands there. */
export const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}+#]{3,}/gu) ?? [])
    .filter((word) => !COMMON.test(word))
    .map((word) =>
      word.length > 4 ? word.replace(/(?:ations?|ings?|ments?|ers?|ed|es|s|e)$/, "") : word,
    );
