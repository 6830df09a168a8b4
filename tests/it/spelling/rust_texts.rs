//! Texts in Rust. Those of the three languages stand side by side, `(nb, nn, en)`, under names, `nb: … nn: … en: …`, or
//! behind an arm, `Language::Nn => …`; the rest of what has several words is in bokmål, but for what only programmers and
//! the database read.

use personvernsak::wording::Language;

use super::passage::Passage;
use crate::tidy::rust_source::{Token, tokens_and_texts};
use crate::tidy::tree::File;

/// Calls whose texts nobody reads who uses the program: the program's log, faults of the program, SQL, and what is looked
/// for in other texts.
const NOT_SHOWN: [&str; 25] = [
    "assert!",
    "assert_eq!",
    "concat!",
    "contains",
    "debug!",
    "dictionary!",
    "ends_with",
    "error!",
    "execute",
    "execute_batch",
    "expect",
    "include_str!",
    "info!",
    "json!",
    "key",
    "matches!",
    "other",
    "prepare",
    "prepare_cached",
    "query_row",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "warn!",
];
/// Calls that take a field, a code and a text.
const AFTER_CODES: [&str; 1] = ["push"];
/// Calls that take a text in each language, wherever they stand.
const TRILINGUAL: [&str; 5] = ["fixed", "made", "pick", "say!", "word"];
/// Files without texts of the program's own: names of countries, of persons who do not exist, and tests.
const WITHOUT_TEXTS: [&str; 3] = ["src/wording/countries.rs", "src/api/demo/people.rs", "src/adapter/store/tests/"];
/// Texts in one language that are no Norwegian, or no text.
const NOT_NORWEGIAN: [&str; 3] = ["{seed} identifiers", "the {rest}", "the {name}"];
/// Where much is written that nobody reads, so that only whole sentences are.
const SENTENCES_ONLY: &str = "src/adapter/";

/// The texts of a file.
pub fn passages(file: &File) -> Vec<Passage> {
    if WITHOUT_TEXTS.iter().any(|path| file.path.starts_with(path)) {
        return Vec::new();
    }
    let mut tokens = tokens_and_texts(&file.text).into_iter();
    let nodes = nodes(&mut tokens);
    let mut passages = Vec::new();
    read(file, &nodes, &Place::default(), &mut passages);
    passages
}

/// A token, or what stands between brackets.
enum Node {
    Token(Token),
    Group(char, Vec<Node>),
}

/// Where nodes stand.
#[derive(Clone, Default)]
struct Place {
    /// The languages that their texts are in, where that is known.
    languages: Vec<Language>,
    /// Whether the texts are read by no user.
    not_shown: bool,
    /// Whether they are the words of an error.
    error: bool,
    /// Whether they may be a text behind codes.
    after_codes: bool,
    /// Whether they are handed to what takes a text in each language.
    trilingual: bool,
}

fn nodes(tokens: &mut impl Iterator<Item = Token>) -> Vec<Node> {
    let mut read = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Sign(sign @ ('(' | '[' | '{')) => read.push(Node::Group(sign, nodes(tokens))),
            Token::Sign(')' | ']' | '}') => break,
            token @ (Token::Word(_) | Token::Sign(_) | Token::Text(..)) => read.push(Node::Token(token)),
        }
    }
    read
}

fn read(file: &File, nodes: &[Node], place: &Place, passages: &mut Vec<Passage>) {
    let items = items(nodes);
    let textual: Vec<usize> = (0..items.len()).filter(|index| has_text(items[*index])).collect();
    let side_by_side = !place.after_codes
        && textual.len() == 3
        && textual[2] - textual[0] == 2
        && textual.iter().all(|index| is_text(items[*index]))
        && (place.languages.is_empty() || place.trilingual);
    for (index, item) in items.iter().enumerate() {
        let mut place = place.clone();
        let (pattern, words) = match arm(item) {
            Some(arrow) => item.split_at(arrow),
            None => item.split_at(0),
        };
        if side_by_side && index >= textual[0] {
            place.languages = Language::ALL.into_iter().skip(index - textual[0]).take(1).collect();
        } else if let Some(language) = label(item) {
            place.languages = vec![language];
        } else {
            let named = languages(pattern);
            if !named.is_empty() {
                place.languages = named;
            }
        }
        read_item(file, words, &place, passages);
    }
}

fn read_item(file: &File, nodes: &[Node], place: &Place, passages: &mut Vec<Passage>) {
    for (index, node) in nodes.iter().enumerate() {
        match node {
            Node::Token(Token::Text(text, line)) => text_of(file, text, *line, place, passages),
            Node::Token(Token::Word(_) | Token::Sign(_)) => {}
            Node::Group(bracket, inner) => {
                let call = called(&nodes[..index]);
                let error = call == "#" && inner.first().is_some_and(|node| is_word(node, "error"));
                // What is listed is looked for in other texts.
                let listed = *bracket == '[' && call != "#" && place.languages.is_empty();
                let attribute = call == "#" && !error;
                let not_shown = place.not_shown || listed || attribute || NOT_SHOWN.contains(&call.as_str());
                let languages = place.languages.clone();
                let place = Place {
                    languages,
                    not_shown,
                    error: place.error || error,
                    after_codes: AFTER_CODES.contains(&call.as_str()),
                    trilingual: TRILINGUAL.contains(&call.as_str()),
                };
                read(file, inner, &place, passages);
            }
        }
    }
}

fn text_of(file: &File, text: &str, line: usize, place: &Place, passages: &mut Vec<Passage>) {
    let sentence = text.ends_with('.') || place.error || !file.path.starts_with(SENTENCES_ONLY);
    let languages: &[Language] = match place.languages.as_slice() {
        _ if place.not_shown => &[],
        [] if text.trim().contains(' ') && sentence && !NOT_NORWEGIAN.contains(&text) => &[Language::Nb],
        languages => languages,
    };
    for language in languages {
        let text =
            text.replace("\\n", " ").replace("\\u{a0}", " ").replace("{{", " ").replace("}}", " ").replace('\\', "");
        passages.extend(Passage::lines(&file.path, line, *language, &text));
    }
}

/// What stands between commas and semicolons, and the arms of a `match` that end in a block.
fn items(nodes: &[Node]) -> Vec<&[Node]> {
    let (mut items, mut start) = (Vec::new(), 0);
    for (index, node) in nodes.iter().enumerate() {
        let ends_block = matches!(node, Node::Group('{', _)) && arm(&nodes[start..index]).is_some();
        let parted = is_sign(node, ',') || is_sign(node, ';');
        if parted || ends_block {
            items.push(&nodes[start..index + usize::from(ends_block)]);
            start = index + 1;
        }
    }
    items.push(&nodes[start..]);
    items
}

/// Where the words of an arm begin, after its `=>`.
fn arm(item: &[Node]) -> Option<usize> {
    let arrow = item.windows(2).position(|pair| is_sign(&pair[0], '=') && is_sign(&pair[1], '>'))?;
    Some(arrow + 2)
}

/// The language that an item is named after: `nn: …`, or `const NN: …`.
fn label(item: &[Node]) -> Option<Language> {
    match item {
        [constant, Node::Token(Token::Word(name)), ..] if is_word(constant, "const") => {
            name.to_lowercase().parse().ok()
        }
        [Node::Token(Token::Word(name)), colon, next, ..] if is_sign(colon, ':') && !is_sign(next, ':') => {
            name.parse().ok()
        }
        _ => None,
    }
}

/// The languages that a pattern names.
fn languages(pattern: &[Node]) -> Vec<Language> {
    let mut found = Vec::new();
    for (index, node) in pattern.iter().enumerate() {
        match node {
            Node::Group(_, inner) => found.extend(languages(inner)),
            node if is_word(node, "Language") => {
                if let Some(Node::Token(Token::Word(name))) = pattern.get(index + 3) {
                    found.extend(name.to_lowercase().parse::<Language>());
                }
            }
            Node::Token(_) => {}
        }
    }
    found
}

/// Whether an item is a text, or texts that belong together, and nothing else.
fn is_text(item: &[Node]) -> bool {
    match item {
        [first, rest @ ..] if is_sign(first, '&') => is_text(rest),
        [Node::Token(Token::Text(..)), ..] => true,
        [first, bang, ..] if is_word(first, "format") && is_sign(bang, '!') => true,
        [Node::Group('(' | '[', inner)] => has_text(inner),
        _ => false,
    }
}

fn has_text(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Token(token) => matches!(token, Token::Text(..)),
        Node::Group(_, inner) => has_text(inner),
    })
}

/// What is called with the group behind these nodes: `expect`, `format!`, or `#` for an attribute.
fn called(before: &[Node]) -> String {
    match before {
        [.., Node::Token(Token::Word(name)), bang] if is_sign(bang, '!') => format!("{name}!"),
        [.., Node::Token(Token::Word(name))] => name.clone(),
        [.., sign] if is_sign(sign, '#') => "#".to_owned(),
        _ => String::new(),
    }
}

fn is_sign(node: &Node, sign: char) -> bool {
    matches!(node, Node::Token(Token::Sign(found)) if *found == sign)
}

fn is_word(node: &Node, word: &str) -> bool {
    matches!(node, Node::Token(Token::Word(found)) if found == word)
}
