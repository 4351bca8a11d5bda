/** Which names of columns speak of a protected trait, or of what stands in for one. A history has such columns; a map must not
 * name them. */

/** Words in English, German, French, Spanish, Portuguese and Dutch, without accents. No such list is whole: it stops what is plain, and
 * whoever writes a map answers for what a column holds. */
const TRAITS: Record<string, string> = {
  gender:
    "gender, transgender, sex, sexual, orientation, lgbt, lgbtq, male, female, men, women, mr, mrs, mx, herr, frau, monsieur, madame, senhor, senhora, senor, senora, meneer, mevrouw, pronoun, pronouns, genders, sexe, sexes, masculin, feminin, masculino, femenino, feminino, mannlich, weiblich, homme, femme, hombre, mujer, salutation, honorific, geschlecht, anrede, genre, civilite, genero, sexo, geslacht, aanhef",
  age: "age, dob, born, birth, birthday, birthdate, birthyear, alter, geburtsdatum, geburtstag, geburtsjahr, naissance, edad, nacimiento, idade, nascimento, leeftijd, geboortedatum, graduation, graduated, graduate, graduates, retired, retirement, abschlussjahr, ages, geb, gebdatum, gebdat, geburt, altersgruppe, lebensalter, jahrgang, retraite, jubilado",
  name: "name, names, firstname, lastname, fullname, surname, forename, nickname, nachname, vorname, nom, prenom, nombre, apellido, apellidos, nome, sobrenome, apelido, naam, voornaam, achternaam, vornamen, noms, prenoms, nombres",
  origin:
    "origin, nationality, citizenship, ethnic, ethnicity, race, racial, immigration, visa, country, birthplace, passport, skin, caste, tribe, refugee, immigrant, migrant, sponsorship, tongue, muttersprache, hautfarbe, herkunft, nationalitat, staatsangehorigkeit, nationalite, nacionalidad, nacionalidade, nationaliteit, accent, ethnicities, nationalities, citizen, ethnie, ethnies, ethnique, ethnisch, ethnische, ethnizitat, etnia, etnias, etnico, etnica, etniciteit, rasse, raza, raca, origine, origines, origen, origem, afkomst, herkomst, citoyennete, ciudadania, cidadania, pais, pays, staatsburgerschaft, aufenthaltstitel, aufenthaltserlaubnis, eeo, eeoc",
  religion:
    "religion, religious, faith, church, mosque, christian, catholic, muslim, jewish, hindu, sikh, buddhist, hijab, headscarf, kopftuch, konfession, religie, religiao, religions, religieux, religieuse, religioso, religiosa, glaube, geloof, croyance, creencia, iglesia, eglise, kirche",
  family:
    "family, marital, married, spouse, children, kids, pregnant, pregnancy, parental, maternity, paternity, childcare, caregiver, carer, divorced, widowed, mutterschutz, elternzeit, schwangerschaft, maternite, paternite, maternidad, paternidad, maternidade, paternidade, zwangerschap, familienstand, kinder, schwanger, famille, enfants, familia, hijos, filhos, gezin, kinderen, verheiratet, ledig, geschieden, verwitwet, kinderzahl, conjoint, familial, familiale, mariee, celibataire, divorce, etatcivil, estadocivil, conyuge, casado, casada, soltero, soltera, solteiro, solteira, viudo, viuda, divorciado, divorciada, enceinte, grossesse, embarazo, embarazada, gravidez, gravida",
  photo:
    "photo, photograph, picture, portrait, headshot, avatar, foto, bild, imagen, lichtbild, bewerbungsfoto",
  health:
    "health, sick, sickness, illnesses, injury, diagnosis, therapy, medication, vaccinated, vaccination, wheelchair, neurodivergent, autism, adhd, allergy, allergies, dietary, bmi, disability, disabled, disabilities, medical, illness, accommodation, accommodations, gesundheit, behinderung, krankheit, sante, handicap, salud, discapacidad, saude, deficiencia, gezondheid, behindert, schwerbehindert, krank, krankheiten, krankenstand, maladie, invalidite, minusvalia, enfermedad, doenca, ziekte",
  address:
    "address, street, zip, zipcode, postcode, postal, postleitzahl, plz, adresse, strasse, wohnort, rue, ville, direccion, calle, morada, endereco, adres, city, hometown, commute, addresses, anschrift, adressen, stadt, ciudad, cidade, domicile, domicilio, postanschrift",
  schooling:
    "university, universities, college, school, schools, schooling, education, degree, degrees, diploma, alumni, alumnus, alumna, gpa, universitat, hochschule, schule, ausbildung, universite, ecole, universidad, escuela, universidade, escola, universiteit, opleiding, studium, studienfach, diplome, diplomes, estudios, formatura",
  "military service": "veteran, veterans, military, wehrdienst",
  "a criminal record":
    "arrest, arrests, arrested, conviction, convictions, convicted, criminal, felony, vorstrafe, vorstrafen, fuhrungszeugnis, casier, antecedentes, penales",
  opinion:
    "political, politics, union, gewerkschaft, syndicat, sindicato, vakbond, partei, syndical, syndique, sindical",
};

/** What a word speaks of a trait by wherever it stands in it, as in names that are written together: `DATEOFBIRTH`. None stands by chance
 * in another word, as `gender` does in the German "folgender", and `naissance` in the French "connaissance". */
const WITHIN: readonly (readonly [trait: string, parts: RegExp])[] = [
  ["gender", /^gender|geschlecht|(?:candidate|applicant|person)(?:gender|sex)/],
  ["age", /birth|geburts|geboorte|nacimiento|nascimento|(?:date|lieu|pays|annee)(?:de)?naissance/],
  [
    "name",
    /(?:first|last|full|sur|fore|given|family|middle|maiden)names?$|(?:vor|nach|familien)name|apellido|prenom$/,
  ],
  [
    "origin",
    /ethnic|ethnie|ethnisch|ethnizit|etnicid|nationalit|nacionalid|citizenship|staatsangeh|staatsbu?e?rger|muttersprach|hautfarbe|skincolou?r|herkunft|migrationshinter|passport|countryoforigin/,
  ],
  ["religion", /religio|konfession/],
  ["family", /maritalst|familienstand|pregnan|schwanger|embaraz|elternzeit|mutterschutz/],
  ["health", /behinderung|behindert|disabilit|disabled|handicap|discapacid|deficienc|krankheit/],
  [
    "address",
    /(?:home|street|post(?:al)?|private?)address|zipcode|postcode|postalcode|postleitzahl|codepostal|codigopostal|wohnort/,
  ],
  ["schooling", /universit|universidad|hochschul/],
  ["a criminal record", /vorstraf|criminalrec/],
  ["opinion", /gewerkschaft/],
];

/** `M/F`, `m/w/d`, `H/F`, `V|M`: a man or a woman, by the letters of six languages. Behind hours stand minutes with a colon. */
const BY_LETTERS =
  /(?<![\p{L}\p{N}])(?:m[/|_,][fwv]|[fwv][/|_,]m|h[/|_,][fm]|[fm][/|_,]h)(?![\p{L}\p{N}])|^(?:mf|fm|m-f|f-m|mwd|m-w|hf|h-f)$/iu;

const TRAIT_OF = new Map(
  Object.entries(TRAITS).flatMap(([trait, words]) =>
    words.split(", ").map((word) => [word, trait] as const),
  ),
);

/** The name of such a thing is no person's. */
const NOT_A_PERSON = new Set(
  "stage interview session format event step round type status".split(" "),
);

/** The trait, or null. Words count, not letters: `Stage` is no age. */
export const protectedTraitIn = (columnName: string): string | null => {
  const words = wordsOf(columnName);
  if (BY_LETTERS.test(columnName.replace(/\s/gu, ""))) return "gender";
  for (const [index, word] of words.entries()) {
    const trait = TRAIT_OF.get(word) ?? traitWithin(word) ?? traitSplit(words.slice(index));
    if (trait === null) continue;
    if (trait === "name" && NOT_A_PERSON.has(words[index - 1] ?? "")) continue;
    return trait;
  }
  return null;
};

const traitWithin = (word: string): string | null =>
  WITHIN.find(([, parts]) => parts.test(word))?.[0] ?? null;

const MOST_SPLIT = 3;
const LEAST_SPLIT = 6;

/** Of a word that is written as several: `Post Code`, `Familien-Stand`, `D.O.B.`. Few letters make a word of others by chance. */
const traitSplit = (words: readonly string[]): string | null => {
  const letters = words.findIndex((word) => word.length > 1);
  const spelt = words.slice(0, letters < 0 ? words.length : letters).join("");
  const joined = [2, MOST_SPLIT].map((count) => words.slice(0, count).join(""));
  const whole = [spelt, ...joined.filter(({ length }) => length >= LEAST_SPLIT)];
  return whole.map((word) => TRAIT_OF.get(word) ?? null).find((trait) => trait !== null) ?? null;
};

const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
