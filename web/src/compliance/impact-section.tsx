/** What an independent auditor of bias gets from here. */
export const ImpactSection = () => (
  <section className="panel setting-block" aria-labelledby="impact">
    <div>
      <h2 id="impact">Data for an audit of bias</h2>
      <p className="quiet">
        Each candidacy about which something evaluative was proposed, by its id in Lever: what was
        proposed, what people decided, and what became of it. No name, no text, and no
        equal-opportunity data, which Convene never reads. That you take it is in the ledger.
      </p>
    </div>
    <p>
      <a href="/api/impact.csv" download>
        Download as CSV
      </a>
    </p>
    <p className="quiet small">
      Rates and impact ratios: <code>convene audit impact --categories FILE.csv</code> joins it with
      a file of yours (reference, sex, …), and keeps nothing of that file.
    </p>
  </section>
);
