//! Builds the letter section by section.

use std::collections::BTreeSet;

use crate::casework::letter::condition::{Condition, Test};
use crate::casework::letter::field::{Field, Filled};
use crate::casework::letter::input::{LetterCase, LetterInput};
use crate::casework::letter::kind::{Addressee, LetterKind};
use crate::casework::letter::reference::LegalReferences;
use crate::casework::letter::template::{
    Content, Heading, Part, Piece, Section, SectionId, Template, Templates, TextBlock,
};
use crate::casework::letter::text::{bind, blocks_to_text, inlines_to_text};
use crate::casework::letter::tree::{Block, Inline};
use crate::casework::letter::words::{right_noun, sentence_start, short_register_name};

use super::provision::takes_in;
use super::values::{Scope, legal_basis};
use super::{CitedReference, Composed, FieldView, SectionView, access, head};

/// Composes the letter; the input has been checked.
pub(super) fn build(templates: &Templates, template: &Template, input: &LetterInput) -> Composed {
    let mut builder = Builder {
        references: &templates.references,
        decision: templates.get(LetterKind::Section25Decision, input.language),
        input,
        sections: Vec::new(),
        missing: Vec::new(),
        stated_due_on: BTreeSet::new(),
        cited: Vec::new(),
        provisions: Vec::new(),
    };
    let single = if let [case] = input.cases.as_slice() { Some(case) } else { None };
    let heading = builder.heading(&template.headings, Scope { input, case: single });
    let heading = heading.map_or_else(|| template.title.clone(), |words| inlines_to_text(&words));
    builder.addressee();
    let mut blocks = Vec::new();
    let mut rest = template.sections.as_slice();
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|section| section.per_case == first.per_case).count();
        let (group, after) = rest.split_at(run);
        blocks.extend(builder.group(group, single));
        rest = after;
    }
    let letter = head::letter(input, heading, blocks);
    Composed {
        letter,
        sections: builder.sections,
        missing: builder.missing,
        stated_due_on: builder.stated_due_on,
        references: builder.cited,
    }
}

struct Builder<'a> {
    references: &'a LegalReferences,
    /// The text that a § 25 decision takes its words from, also in an answer with other outcomes.
    decision: Option<&'a Template>,
    input: &'a LetterInput,
    sections: Vec<SectionView>,
    missing: Vec<String>,
    stated_due_on: BTreeSet<chrono::NaiveDate>,
    cited: Vec<CitedReference>,
    /// The provisions that the fixed words of the section at hand name.
    provisions: Vec<String>,
}

impl<'a> Builder<'a> {
    /// Sections that follow one another: once for the letter, or, where there are several cases, all of them for the
    /// first case under its name, then for the next.
    fn group(&mut self, sections: &'a [Section], single: Option<&'a LetterCase>) -> Vec<Block> {
        let input = self.input;
        let per_case = sections.first().is_some_and(|section| section.per_case);
        if !per_case || single.is_some() {
            return sections
                .iter()
                .flat_map(|section| self.section(section, Scope { input, case: single }, 2))
                .collect();
        }
        let mut blocks = Vec::new();
        for case in &input.cases {
            let sections: Vec<&Section> = match self.decision_text(case) {
                Some(decision) => decision.sections.iter().filter(|section| section.per_case).collect(),
                None => sections.iter().collect(),
            };
            let scope = Scope { input, case: Some(case) };
            let own: Vec<Block> = sections.into_iter().flat_map(|section| self.section(section, scope, 3)).collect();
            if !own.is_empty() {
                blocks.push(case_heading(case, input, 2));
                blocks.extend(own);
            }
        }
        blocks
    }

    /// The text that a case takes its own words from, where that is not the letter's own: a § 25 decision in an answer.
    fn decision_text(&self, case: &LetterCase) -> Option<&'a Template> {
        let decides = case.outcome.is_some_and(|outcome| LetterKind::Section25Decision.can_tell(outcome, case.track));
        self.decision.filter(|_| self.input.kind == LetterKind::Answer && decides)
    }

    /// What a caseworker fills in around the letter's text: whom it goes to, and which measure it carries out.
    fn addressee(&mut self) {
        if self.input.kind.addressee() != Addressee::Recipient {
            return;
        }
        let scope = Scope { input: self.input, case: None };
        if !scope.has(Field::Recipient) {
            self.missing.push(Field::Recipient.id().to_owned());
        }
        let fields = [(Field::Recipient, true), (Field::Measure, false)];
        self.sections.push(SectionView {
            id: SectionId::Addressee.id().to_owned(),
            section: SectionId::Addressee,
            label: SectionId::Addressee.label(),
            fixed: false,
            fields: fields.map(|(field, required)| self.field_view(field, required, scope)).to_vec(),
            text: String::new(),
        });
    }

    fn section(&mut self, section: &'a Section, scope: Scope<'a>, level: u8) -> Vec<Block> {
        if !all_hold(&section.when, scope, true) {
            return Vec::new();
        }
        let several = self.input.cases.len() > 1;
        let mut blocks = Vec::new();
        // Each field that a caseworker fills, and whether a part that is used demands it.
        let mut fields: Vec<(Field, bool)> = Vec::new();
        let used = all_hold(&section.when, scope, false);
        for run in section.parts.chunk_by(|one, other| one.per_case == other.per_case) {
            if several && scope.case.is_none() && run.iter().all(|part| part.per_case) {
                blocks.extend(self.parts_by_case(section.id, run, level + 1, &mut fields));
            } else {
                // A letter about one case names in one list what several would name each for itself.
                let named = if several { run } else { section.parts.as_slice() };
                self.provisions = self.named_in(named, scope);
                for block in self.parts(run, scope, used, level + 1, &mut fields) {
                    append(&mut blocks, block);
                }
            }
        }
        if blocks.is_empty() && fields.is_empty() {
            return Vec::new();
        }
        if !blocks.is_empty()
            && let Some(text) = self.heading(&section.headings, scope)
        {
            blocks.insert(0, Block::Heading { level, text });
        }
        let id = match scope.case {
            Some(case) if several => format!("{}.{}", section.id.id(), case.letter()),
            Some(_) | None => section.id.id().to_owned(),
        };
        self.sections.push(SectionView {
            id,
            section: section.id,
            label: section.id.label(),
            fixed: section.fixed,
            fields: fields
                .into_iter()
                .map(|(field, required)| self.field_view(field, required, scope))
                .filter(|field| !self.is_shown(&field.id))
                .collect(),
            text: blocks_to_text(&blocks).trim_end().to_owned(),
        });
        blocks
    }

    /// Parts that are written for each case, under its name.
    fn parts_by_case(
        &mut self,
        section: SectionId,
        run: &'a [Part],
        level: u8,
        fields: &mut Vec<(Field, bool)>,
    ) -> Vec<Block> {
        let input = self.input;
        let mut blocks = Vec::new();
        for case in &input.cases {
            let scope = Scope { input, case: Some(case) };
            let of_decision: Vec<&Part> = self
                .decision_text(case)
                .into_iter()
                .flat_map(|decision| decision.sections.iter().filter(|own| own.id == section))
                .flat_map(|own| own.parts.iter().filter(|part| part.per_case))
                .collect();
            let own: Vec<&Part> = if of_decision.is_empty() { run.iter().collect() } else { of_decision };
            self.provisions = self.named_in(own.iter().copied(), scope);
            let written = self.parts(own, scope, true, level, fields);
            if !written.is_empty() {
                blocks.push(case_heading(case, input, level));
                blocks.extend(written);
            }
        }
        blocks
    }

    /// The blocks of parts whose conditions hold, and the fields that a caseworker fills in them.
    fn parts<'p>(
        &mut self,
        parts: impl IntoIterator<Item = &'p Part>,
        scope: Scope<'a>,
        used: bool,
        level: u8,
        fields: &mut Vec<(Field, bool)>,
    ) -> Vec<Block> {
        let several = self.input.cases.len() > 1;
        let mut blocks = Vec::new();
        for part in parts.into_iter().filter(|part| all_hold(&part.when, scope, true)) {
            let used = used && all_hold(&part.when, scope, false);
            for field in part.blocks.iter().flat_map(fields_of).filter(|field| field.filled() != Filled::ByProgram) {
                let demanded = used && matches!(field.filled(), Filled::ByCaseworker | Filled::Proposed);
                match fields.iter_mut().find(|(known, _)| *known == field) {
                    Some((_, required)) => *required |= demanded,
                    None => fields.push((field, demanded)),
                }
            }
            if !used {
                continue;
            }
            let written: Vec<Block> = part.blocks.iter().flat_map(|block| self.block(block, scope)).collect();
            if let Some(heading) = part.heading.as_ref().filter(|_| several && !written.is_empty())
                && let Some(text) = self.inlines(heading, scope)
            {
                blocks.push(Block::Heading { level, text });
            }
            for block in written {
                append(&mut blocks, block);
            }
        }
        blocks
    }

    /// Whether an earlier section shows the field already: it is filled in once.
    fn is_shown(&self, id: &str) -> bool {
        self.sections.iter().flat_map(|section| &section.fields).any(|field| field.id == id)
    }

    fn field_view(&self, field: Field, required: bool, scope: Scope<'a>) -> FieldView {
        let id = scope.key(field);
        FieldView {
            field,
            label: field.label(),
            value: scope.value(field).unwrap_or_default(),
            required,
            multiline: field.is_multiline(),
            missing: self.missing.contains(&id),
            id,
        }
    }

    fn heading(&mut self, headings: &[Heading], scope: Scope<'a>) -> Option<Vec<Inline>> {
        let heading = headings.iter().find(|heading| all_hold(&heading.when, scope, false))?;
        self.inlines(&heading.text, scope)
    }

    fn block(&mut self, block: &TextBlock, scope: Scope<'a>) -> Vec<Block> {
        match block {
            TextBlock::Paragraph(pieces) => {
                if let [Piece { content: Content::Field(field), strong: false }] = pieces.as_slice()
                    && let Some(blocks) = access::blocks(*field, scope.input, scope.case)
                {
                    return blocks;
                }
                if let [Piece { content: Content::Field(field), strong: false }] = pieces.as_slice()
                    && field.is_multiline()
                    && let Some(value) = scope.value(*field)
                {
                    return value_blocks(&value);
                }
                self.inlines(pieces, scope).map(Block::Paragraph).into_iter().collect()
            }
            TextBlock::List { numbered, items } => {
                let items: Vec<Vec<Block>> = items
                    .iter()
                    .flat_map(|pieces| self.item(pieces, scope))
                    .map(|words| vec![Block::Paragraph(words)])
                    .collect();
                if items.is_empty() { Vec::new() } else { vec![Block::List { numbered: *numbered, items }] }
            }
        }
    }

    /// The words of a list item; the legal basis is an item for each rule, or none at all.
    fn item(&mut self, pieces: &[Piece], scope: Scope<'a>) -> Vec<Vec<Inline>> {
        if let [Piece { content: Content::Field(Field::LegalBasis), .. }] = pieces {
            for basis in scope.cases().flat_map(|case| &case.legal_basis) {
                let date = self.input.dated_on;
                let in_force = basis.valid_from.is_none_or(|first| first <= date)
                    && basis.valid_to.is_none_or(|last| date <= last);
                self.cite(basis.text.get(self.input.language).to_owned(), in_force);
            }
            // The fixed words name the main provisions; «§ 25 første ledd» beside «§ 25 om retting» says nothing more.
            return legal_basis(scope)
                .into_iter()
                .filter(|(text, exact)| *exact || !self.provisions.iter().any(|named| takes_in(named, text)))
                .map(|(text, _)| vec![Inline::Text(bind(text))])
                .collect();
        }
        self.inlines(pieces, scope).into_iter().collect()
    }

    /// The words of a paragraph; none if it holds a field that is only filled if needed, and it is not.
    fn inlines(&mut self, pieces: &[Piece], scope: Scope<'a>) -> Option<Vec<Inline>> {
        let empty = |field: Field| field.filled() == Filled::IfNeeded && !scope.has(field);
        if pieces.iter().any(|piece| matches!(piece.content, Content::Field(field) if empty(field))) {
            return None;
        }
        let mut runs: Vec<(bool, String)> = Vec::new();
        for piece in pieces {
            let words = match &piece.content {
                Content::Words(words) => words.clone(),
                Content::Field(field) => self.field(*field, scope),
                Content::Reference(id) => self.reference(id),
            };
            match runs.last_mut() {
                Some((strong, open)) if *strong == piece.strong => open.push_str(&words),
                Some(_) | None => runs.push((piece.strong, words)),
            }
        }
        Some(
            runs.into_iter()
                .map(|(strong, words)| if strong { Inline::Strong(bind(&words)) } else { Inline::Text(bind(&words)) })
                .collect(),
        )
    }

    fn field(&mut self, field: Field, scope: Scope<'a>) -> String {
        if field == Field::DueOn {
            let case = scope.case.or_else(|| self.input.cases.first());
            self.stated_due_on.extend(case.and_then(|case| case.due).map(|due| due.due_on));
        }
        if let Some(value) = scope.value(field) {
            return value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let key = scope.key(field);
        if !self.missing.contains(&key) {
            self.missing.push(key);
        }
        format!("[{}]", field.label().get(self.input.language).to_lowercase())
    }

    fn reference(&mut self, id: &str) -> String {
        let words = self.references.on(id, self.input.dated_on, self.input.language).map(str::to_owned);
        self.cite(id.to_owned(), words.is_some());
        words.unwrap_or_else(|| format!("[{id}]"))
    }

    /// The provisions that the parts in use name by reference, before and after the legal basis alike.
    fn named_in<'p>(&self, parts: impl IntoIterator<Item = &'p Part>, scope: Scope<'a>) -> Vec<String> {
        let used = parts.into_iter().filter(|part| all_hold(&part.when, scope, false));
        used.flat_map(|part| part.blocks.iter().flat_map(pieces_of))
            .filter_map(|piece| match &piece.content {
                Content::Reference(id) => self.references.on(id, self.input.dated_on, self.input.language),
                Content::Words(_) | Content::Field(_) => None,
            })
            .map(str::to_owned)
            .collect()
    }

    fn cite(&mut self, id: String, in_force: bool) {
        let cited = CitedReference { id, in_force };
        if !self.cited.contains(&cited) {
            self.cited.push(cited);
        }
    }
}

/// Whether all conditions hold. To learn which fields a text offers, it is not asked whether they have been filled.
fn all_hold(conditions: &[Condition], scope: Scope<'_>, offered: bool) -> bool {
    conditions
        .iter()
        .filter(|condition| !(offered && matches!(condition.test, Test::Has(_))))
        .all(|condition| condition.holds(scope.input, scope.case, |field| scope.has(field)))
}

/// Adds a block; a list that follows a list of its kind continues it.
fn append(blocks: &mut Vec<Block>, block: Block) {
    match (blocks.last_mut(), block) {
        (Some(Block::List { numbered: open, items }), Block::List { numbered, items: more }) if *open == numbered => {
            items.extend(more);
        }
        (_, block) => blocks.push(block),
    }
}

fn pieces_of(block: &TextBlock) -> Vec<&Piece> {
    match block {
        TextBlock::Paragraph(pieces) => pieces.iter().collect(),
        TextBlock::List { items, .. } => items.iter().flatten().collect(),
    }
}

fn fields_of(block: &TextBlock) -> Vec<Field> {
    pieces_of(block)
        .into_iter()
        .filter_map(|piece| match &piece.content {
            Content::Field(field) => Some(*field),
            Content::Words(_) | Content::Reference(_) => None,
        })
        .collect()
}

/// What a caseworker wrote: paragraphs with an empty line between them, and lines that begin with `- ` as a list.
fn value_blocks(value: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in value.replace("\r\n", "\n").split("\n\n") {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        if lines.iter().all(|line| line.starts_with("- ")) {
            let items = lines
                .iter()
                .map(|line| vec![Block::Paragraph(vec![Inline::Text(bind(line.trim_start_matches("- ")))])])
                .collect();
            blocks.push(Block::List { numbered: false, items });
        } else {
            blocks.push(Block::Paragraph(vec![Inline::Text(bind(&lines.join(" ")))]));
        }
    }
    blocks
}

fn case_heading(case: &LetterCase, input: &LetterInput, level: u8) -> Block {
    Block::Heading { level, text: vec![Inline::Text(bind(&case_name(case, input)))] }
}

/// The name of a case in a letter that has several: «Sletting i KPR (2026/00012-a)».
fn case_name(case: &LetterCase, input: &LetterInput) -> String {
    let language = input.language;
    let register = short_register_name(&case.register, language);
    let right = right_noun(case.right, language);
    // Where only some answers are enkeltvedtak, their headings say so.
    let claim = if case.individual_decision && input.has_mixed_decisions() && input.kind.tells_outcome() {
        format!("{} {right}", language.pick("vedtak om", "vedtak om", "decision on"))
    } else {
        right.to_owned()
    };
    format!("{}: {register} ({})", sentence_start(&claim), case.number)
}
