/**
 * The letter in typst. Everything that somebody wrote comes as data in sys.inputs and is placed as text, so no character
 * of it is ever markup. Addresses stand where the window of a Danish C5 envelope is.
 */
export const template = String.raw`
#let letter = json(bytes(sys.inputs.letter))
#let m = letter.messages
#let ymd = letter.date.split("-").map(int)
#set document(title: letter.title, author: letter.sender.name, date: datetime(year: ymd.at(0), month: ymd.at(1), day: ymd.at(2)))
#let large = letter.at("large", default: false)
#set text(font: ("IBM Plex Sans", "Libertinus Serif"), size: if large { 15pt } else { 11pt })
#set text(lang: letter.locale, region: if letter.locale == "da" { "DK" } else { "GB" })
#set par(leading: 0.72em, spacing: 1.1em)
#set page(paper: "a4", margin: (left: 25mm, right: 25mm, top: 20mm, bottom: 22mm), footer: context {
  set text(size: 9pt)
  set align(right)
  [#m.page #counter(page).display() #m.of #counter(page).final().first()]
})
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: if large { 24pt } else { 17pt }, weight: 600, hyphenate: false)
#show heading.where(level: 2): set text(size: if large { 18pt } else { 12.5pt }, weight: 600, hyphenate: false)
#show heading.where(level: 3): set text(size: if large { 15pt } else { 11pt }, weight: 600, hyphenate: false)
#show selector(list).or(enum).or(table).or(quote): set block(above: 1.1em, below: 1.3em)
#set list(indent: 0.3em, spacing: 0.7em)
#set enum(indent: 0.3em, spacing: 0.7em)

// Plain text with its line breaks; an empty line begins a new paragraph.
#let lines(text) = text.split("\n").map(line => [#line]).join(linebreak())
#let paragraphs(text) = for p in text.split(regex("\n\s*\n")) { par(lines(p)) }
#let rule(width) = box(width: width, line(length: 100%, stroke: 0.6pt))
#let tick = box(width: 0.9em, height: 0.9em, baseline: 0.12em, stroke: 0.8pt)

#let part(b) = {
  if b.kind == "heading" { heading(level: 2, b.text) }
  else if b.kind == "subheading" { heading(level: 3, b.text) }
  else if b.kind == "note" { text(size: 0.85em, fill: luma(70), paragraphs(b.text)) }
  else if b.kind == "text" { paragraphs(b.text) }
  else if b.kind == "quote" {
    block(above: 1.3em, below: 1.3em, inset: (left: 1em), stroke: (left: 2pt + luma(150)), {
      par(emph[#m.openQuote#lines(b.text)#m.closeQuote])
      if "by" in b { par(b.by) }
    })
  }
  else if b.kind == "list" {
    if b.at("numbered", default: false) { enum(..b.items.map(lines)) } else { list(..b.items.map(lines)) }
  }
  else if b.kind == "table" {
    table(
      columns: b.columns.map(_ => auto), inset: (x: 5pt, y: 6pt), align: left, stroke: (x: none, y: 0.5pt + luma(140)),
      table.header(..b.columns.map(c => table.cell(fill: luma(238), strong(c)))),
      ..b.rows.flatten().map(lines),
    )
  }
  else if b.kind == "choices" {
    block(breakable: false, { par(strong(b.question)); for option in b.options { par[#tick #h(0.4em) #option] } })
  }
  else if b.kind == "signatures" {
    for label in b.lines {
      block(breakable: false, above: 2.6em, grid(columns: (1fr, 38mm), column-gutter: 8mm, row-gutter: 0.5em,
        rule(100%), rule(100%), text(size: 9.5pt, label), text(size: 9.5pt, m.date)))
    }
  }
  else if b.kind == "writing" {
    block(breakable: false, { par(strong(b.label)); for _ in range(b.lines) { v(1.6em, weak: false); rule(100%) } })
  }
  else if b.kind == "drawing" {
    block(above: 1.6em, sticky: true, text(fill: luma(70), b.label))
    block(width: 100%, height: 1fr, radius: 6pt, stroke: 0.8pt + luma(140))
  }
  else if b.kind == "pageBreak" { pagebreak(weak: true) }
}

#grid(columns: (1fr, 62mm),
  { if not large and "recipient" in letter { v(22mm) }; if "recipient" in letter { (letter.recipient.name, ..letter.recipient.lines).map(l => [#l]).join(linebreak()) } },
  {
    strong(letter.sender.name); linebreak()
    text(size: 9.5pt, (..letter.sender.lines, none, letter.longDate).map(l => if l == none { [] } else { [#l] }).join(linebreak()))
    if "reference" in letter { linebreak(); text(size: 9.5pt)[#m.reference #letter.reference] }
  },
)
#v(9mm)
= #letter.title
#for b in letter.blocks { part(b) }
#if "closing" in letter {
  block(breakable: false, above: 2em, {
    par(m.greeting)
    par({ letter.closing.name; if "role" in letter.closing { linebreak(); letter.closing.role } })
  })
}
`
