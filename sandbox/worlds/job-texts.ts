/** What each job of the company asks for and offers, as its postings say it. */

interface JobText {
  /** What whoever gets it must bring, and how a resume says that somebody does. */
  asks: readonly (readonly [asked: string, shown: string])[];
  /** What its day is like. */
  offers: readonly string[];
}

const PLATFORM: JobText["offers"] = [
  "You own a service from its first sketch to its first quiet year in production.",
  "On call is one week in eight, with the day after it off.",
];
const PRODUCT: JobText["offers"] = [
  "You talk with the people who use the product every week.",
  "Each quarter begins with two weeks in which the team chooses what to mend.",
];
const DATA: JobText["offers"] = [
  "Your tables are what the whole company decides by.",
  "Two mornings a week are free of meetings for everybody.",
];
const CUSTOMERS: JobText["offers"] = [
  "You look after a dozen customers and know each of them by name.",
  "What you hear from customers is the first point of each product meeting.",
];

const JOBS: Record<string, JobText> = {
  "Backend Engineer": {
    asks: [
      ["Experience with Go or Java in production", "Built and ran services in Go and Java"],
      [
        "PostgreSQL, with queries that you have made faster",
        "Brought the slowest PostgreSQL query from minutes to seconds",
      ],
      ["Kubernetes, or another way to run services", "Moved nine services to Kubernetes"],
      ["Code reviews that others learn from", "Wrote the guide for code reviews"],
    ],
    offers: PLATFORM,
  },
  "Site Reliability Engineer": {
    asks: [
      ["Linux and Kubernetes in production", "Ran Linux and Kubernetes for forty teams"],
      ["Terraform, or other infrastructure as code", "Described all networks in Terraform"],
      ["Prometheus and Grafana, or other monitoring", "Set up Prometheus and Grafana"],
      ["Incident reviews that you have written", "Wrote thirty incident reviews"],
    ],
    offers: PLATFORM,
  },
  "Platform Engineering Lead": {
    asks: [
      ["Leading a team of engineers", "Led a team of six engineers"],
      ["Kubernetes and AWS at a larger scale", "Ran Kubernetes on AWS in three regions"],
      ["Terraform in daily use", "Kept the modules of Terraform for the company"],
      ["Planning of capacity and cost", "Planned capacity, and cut its cost by a third"],
    ],
    offers: PLATFORM,
  },
  "Product Manager": {
    asks: [
      ["Roadmaps that a team has followed", "Kept the roadmap of two teams"],
      ["Interviews with users, and what came of them", "Held a hundred interviews with users"],
      ["SQL, to answer your own questions", "Answered questions of the team with SQL"],
      ["Launches of products for companies", "Launched three products for companies"],
    ],
    offers: PRODUCT,
  },
  "Product Designer": {
    asks: [
      ["Figma, from sketch to handover", "Drew all screens in Figma"],
      ["Research with users that has changed a design", "Ran research with users each month"],
      ["A design system that you have looked after", "Looked after the design system"],
      ["Accessibility by WCAG", "Brought the product to WCAG level AA"],
    ],
    offers: PRODUCT,
  },
  "Frontend Engineer": {
    asks: [
      ["TypeScript and React in production", "Wrote the shop in TypeScript and React"],
      ["CSS that holds on small screens", "Rebuilt its CSS for small screens"],
      ["Tests with Playwright or Cypress", "Tested it with Playwright"],
      ["Accessibility by WCAG", "Brought the product to WCAG level AA"],
    ],
    offers: PRODUCT,
  },
  "Data Engineer": {
    asks: [
      ["Python and SQL in daily use", "Wrote pipelines in Python and SQL"],
      ["Airflow, or another way to run pipelines", "Ran two hundred pipelines in Airflow"],
      ["Spark or BigQuery on large tables", "Moved the largest tables to BigQuery"],
      ["Data models that others build on", "Designed the data models of sales"],
    ],
    offers: DATA,
  },
  "Data Scientist": {
    asks: [
      [
        "Python with pandas and scikit-learn",
        "Forecast demand in Python with pandas and scikit-learn",
      ],
      ["Experiments that you have planned and judged", "Planned and judged forty experiments"],
      ["SQL on large tables", "Queried tables of billions of rows in SQL"],
      ["Results told to people who are no statisticians", "Told results to the board each quarter"],
    ],
    offers: DATA,
  },
  "Analytics Engineer": {
    asks: [
      ["SQL and dbt in daily use", "Kept all models in dbt and SQL"],
      ["Dashboards in Tableau or Looker", "Built the dashboards of finance in Tableau"],
      ["Python for what SQL cannot do", "Wrote loaders in Python"],
      [
        "Definitions of figures that a company agrees on",
        "Agreed one definition of each figure with four departments",
      ],
    ],
    offers: DATA,
  },
  "Customer Success Manager": {
    asks: [
      ["Onboarding of companies as customers", "Led the onboarding of sixty customers"],
      ["Salesforce or HubSpot in daily use", "Worked in Salesforce every day"],
      ["Renewals and their talks", "Led the talks on renewals"],
      ["Training sessions that you have held", "Held training sessions for two hundred people"],
    ],
    offers: CUSTOMERS,
  },
  "Support Engineer": {
    asks: [
      ["Support of a technical product", "Supported a database product"],
      ["SQL and logs, to find causes", "Found causes with SQL and logs"],
      ["Zendesk or Jira in daily use", "Answered four thousand tickets in Zendesk"],
      ["Articles that have saved tickets", "Wrote the forty most read help articles"],
    ],
    offers: CUSTOMERS,
  },
  "Implementation Lead": {
    asks: [
      ["Projects with customers, led by you", "Led projects with fifteen customers"],
      ["APIs and data imports", "Wrote data imports against three APIs"],
      ["Salesforce integrations", "Built integrations with Salesforce"],
      ["Plans that customers have kept to", "Wrote the plans, and kept customers to them"],
    ],
    offers: CUSTOMERS,
  },
};

const NONE: JobText = { asks: [], offers: [] };

/** Of a posting, by its title. */
export const jobTextOf = (title: string): JobText => JOBS[title] ?? NONE;

/** What a resume shows of it: each candidate another part, and nobody all. */
export const shownOf = (title: string, index: number): string[] => {
  const { asks } = jobTextOf(title);
  return asks.flatMap(([, shown], place) => (place === index % asks.length ? [] : [shown]));
};
