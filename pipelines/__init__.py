"""Final accounts: disclosures (部门决算公开) as PDF in, a checked DuckDB star schema out.

In the order of the data:
  places          folders and files of a run
  pages           text lines and ruled grids of a PDF: what a reader hands on
  frames          a page's own coordinates as the page is seen
  rulings         ruled lines snapped, joined and completed
  lattice         cells between ruled lines
  stacked         rows that no rule parts
  damage          whether a page's streams are whole
  layers          which layers a PDF says are not shown
  pdfium_calls    pdfium's C functions, many calls at once
  pdfium_text     the characters of a page, by pdfium
  pdfium_ink      which text of a page nobody sees
  pdfium_paths    the straight lines of a page, by pdfium
  pdfium_pages    the reader: pages by pdfium
  plumber_pages   the reference of the reader: pages by pdfplumber
  tables          grids joined across pages
  headers         heading and body of a table, column paths, panels
  rows            codes, names and money cells of every printed row
  meanings        what each row stands for
  forms           which statutory table it is, what each cell means
  formsets        the forms of one report, each once
  unread          what of them was not read
  amounts         the number grammar
  classification  功能分类 and 经济分类 by year
  wordings        known variants of titles, headings, row names, and the vocabulary of the prose (CSV)
  reports         which disclosure a PDF is
  sentences       the prose rebuilt from places: paragraphs, sentences
  sections        what each sentence is about
  quantities      numbers of the prose with their units
  items           functional and economic items named in the prose
  cues            the role of a number, by the words before it
  topics          what a number is about
  respective      several numbers of several names (分别)
  claims          what the prose says in numbers
  scores          tables of scores as claims
  fitting         which reading of a share, completion or total fits
  members         units named in 机构设置
  tokens          the ledger of every printed number
  opening         a file's pages, or why it is no readable PDF
  readings        one PDF → one Reading
  opinions        what two readers of one PDF see differently
  shelf           readings as Parquet
  workers         processes that do one task at a time, killed beyond their limits
  batch           many reports, a task each
  models          the SQL files and their lineage
  catalogue       the identities (勾稽关系)
  demands         what an instance demands of printed amounts, exact
  systems         all demands of one report
  projection      few unknowns under linear inequalities, exact
  units           what can change as one, and its cost
  repairs         a set of changes proved
  silence         a C library's own lines kept off standard output
  proposals       sets from a mixed-integer programme
  causes          violations that one set explains
  slips           the kind of slip from implied to printed
  suspects        the likely wrong amounts in stories
  locating        rows of a warehouse → stories
  telling         the sentences of a finding
  findings        the tables of findings
  suites          Great Expectations over the warehouse
  publishing      what is made beside its place and put there whole by rename, one run at a time
  reviews         the pages that violations rest on, to be read twice
  lots            which tables are made of so many reports at a time
  warehouse       the DuckDB file, built aside, published by rename
  checking        one report before it is published
  words           what keys are called in the evidence pages, in both languages
  formulas        a violated identity written out with its numbers
  queries         the SELECTs of sql/book
  facsimile       the forms of a report as read
  evidence        all that a report's page shows, from the warehouse
  crops           pictures of PDF pages around cells
  shots           the views of a report's findings as pictures
  charts          amounts as bars
  plots           which charts a unit or report shows
  templates       the markup, style and script of the pages, and their words (CSV)
  sheets          HTML pages from templates
  book            the evidence pages as a static site
  provenance      which code made an export, when, from which reports
  descriptor      datapackage.json of an export
  wide            tables for people: forms of all reports side by side, under Chinese headings
  workbook        those tables as one Excel file
  export          the tables to carry away as Parquet, with descriptor and workbook
  dictionary      docs/dictionary.md: every table and column
  examples        docs/questions.md: each question with a query and its output
  markdown        tables for the Dagster UI
  assets          what the Dagster graph is made of
  judgements      the suites as assets, their expectations as checks
  seasons         which fiscal year should be there by now
  standing        whether the published warehouse is what a run would make again
  updating        one run over the years whose files changed
  arrivals        what has changed below raw/
  notices         where a failed run is told of
  triggers        what starts a run while nobody is there
  definitions     all that Dagster is told
  instances       the Dagster instance kept below the warehouse folder
  runs            an update from the command line
  closing         the lines a run ends with
"""
