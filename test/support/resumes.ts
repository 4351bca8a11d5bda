/** One career as a resume in each of eight languages. */

/** Engineer at Norddata since March 2019; before that developer at Initech from January 2015 to June 2018, a gap between. */
export const RESUMES: Record<string, string> = {
  en: `Ada Example
ada@example.test

Profile
I build reliable services and enjoy working with people who care about their craft.

Work experience
Software Engineer, Norddata GmbH\tMarch 2019 – present
- Moved forty services to Kubernetes and wrote them in TypeScript

Developer at Initech Ltd\tJanuary 2015 – June 2018
- Maintained the billing system in Java with PostgreSQL

Education
BSc Computer Science, University of Bonn\t2011 – 2014

Skills
Go, Docker, Terraform`,
  de: `Ada Example
ada@example.test

Profil
Ich entwickle zuverlässige Dienste und arbeite gern mit Menschen, die ihr Handwerk lieben.

Berufserfahrung
Softwareentwicklerin, Norddata GmbH\tMärz 2019 – heute
- Vierzig Dienste auf Kubernetes umgezogen und in TypeScript geschrieben

Entwicklerin bei Initech Ltd\tJanuar 2015 – Juni 2018
- Das Abrechnungssystem in Java mit PostgreSQL gepflegt

Ausbildung
BSc Informatik, Universität Bonn\t2011 – 2014

Kenntnisse
Go, Docker, Terraform`,
  fr: `Ada Example
ada@example.test

Profil
Je construis des services fiables et j'aime travailler avec des gens qui aiment leur métier.

Expérience professionnelle
Ingénieure logiciel, Norddata GmbH\tmars 2019 – aujourd'hui
- Migration de quarante services vers Kubernetes, écrits en TypeScript

Développeuse chez Initech Ltd\tjanvier 2015 – juin 2018
- Maintenance du système de facturation en Java avec PostgreSQL

Formation
Licence informatique, Université de Bonn\t2011 – 2014

Compétences
Go, Docker, Terraform`,
  es: `Ada Example
ada@example.test

Perfil
Construyo servicios fiables y me gusta trabajar con personas que cuidan su oficio.

Experiencia laboral
Ingeniera de software, Norddata GmbH\tmarzo 2019 – actualidad
- Migré cuarenta servicios a Kubernetes y los escribí en TypeScript

Desarrolladora, Initech Ltd\tenero de 2015 – junio de 2018
- Mantuve el sistema de facturación en Java con PostgreSQL

Formación académica
Grado en Informática, Universidad de Bonn\t2011 – 2014

Habilidades
Go, Docker, Terraform`,
  pt: `Ada Example
ada@example.test

Resumo
Construo serviços confiáveis e gosto de trabalhar com pessoas que cuidam do seu ofício.

Experiência profissional
Engenheira de software, Norddata GmbH\tmarço de 2019 – o momento
- Migrei quarenta serviços para Kubernetes e escrevi-os em TypeScript

Desenvolvedora, Initech Ltd\tjaneiro de 2015 – junho de 2018
- Mantive o sistema de faturação em Java com PostgreSQL

Formação
Licenciatura em Informática, Universidade de Bonn\t2011 – 2014

Habilidades
Go, Docker, Terraform`,
  it: `Ada Example
ada@example.test

Profilo
Costruisco servizi affidabili e mi piace lavorare con persone che amano il proprio mestiere.

Esperienze lavorative
Ingegnere del software, Norddata GmbH\tmarzo 2019 – oggi
- Ho spostato quaranta servizi su Kubernetes e li ho scritti in TypeScript

Sviluppatrice presso Initech Ltd\tgennaio 2015 – giugno 2018
- Ho mantenuto il sistema di fatturazione in Java con PostgreSQL

Istruzione
Laurea in informatica, Università di Bonn\t2011 – 2014

Competenze
Go, Docker, Terraform`,
  nl: `Ada Example
ada@example.test

Profiel
Ik bouw betrouwbare diensten en werk graag met mensen die van hun vak houden.

Werkervaring
Softwareontwikkelaar, Norddata GmbH\tmaart 2019 – heden
- Veertig diensten naar Kubernetes verhuisd en in TypeScript geschreven

Ontwikkelaar bij Initech Ltd\tjanuari 2015 – juni 2018
- Het facturatiesysteem in Java met PostgreSQL onderhouden

Opleiding
BSc Informatica, Universiteit Bonn\t2011 – 2014

Vaardigheden
Go, Docker, Terraform`,
  pl: `Ada Example
ada@example.test

Podsumowanie
Buduję niezawodne usługi i lubię pracować z ludźmi, którzy kochają swoje rzemiosło.

Doświadczenie zawodowe
Programistka, Norddata GmbH\tmarzec 2019 – obecnie
- Przeniosłam czterdzieści usług na Kubernetes i napisałam je w TypeScript

Programistka, Initech Ltd\tstyczeń 2015 – czerwiec 2018
- Utrzymywałam system rozliczeń w języku Java z PostgreSQL

Wykształcenie
Licencjat z informatyki, Uniwersytet w Bonn\t2011 – 2014

Umiejętności
Go, Docker, Terraform`,
};
